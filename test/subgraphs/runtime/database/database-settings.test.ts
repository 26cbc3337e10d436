import { join } from 'node:path';
import { readConfig } from '../../../../schema/config/read-config';
import { packageRoot } from '../../../../schema/package-root';
import { databaseSettings } from '../../../../subgraphs/runtime/database/database-settings';

const settingsOf = (env: Record<string, string>) =>
  databaseSettings(readConfig(env, ['civil-affairs', 'public-security']), 'public-security');

describe('A department’s database', () => {
  it('is a file of its name, where no server is given', () => {
    expect(settingsOf({ DATA_DIR: 'data/here' })).toEqual({
      dialect: 'sqlite',
      file: join(packageRoot, 'data/here/public-security.sqlite'),
    });
  });

  it.each([
    ['mysql://a:b@db:3306/district', 'mysql://a:b@db:3306/', 'district_public_security'],
    ['mysql://db/', 'mysql://db/', 'household_public_security'],
    ['mysql://db', 'mysql://db/', 'household_public_security'],
    ['mariadb://a@db:3307/x', 'mysql://a@db:3307/', 'x_public_security'],
  ])('on the shared server %s is one of its name', (DATABASE_URL, url, database) => {
    expect(settingsOf({ DATABASE_URL })).toEqual({ dialect: 'mysql', url, database });
  });

  it.each([
    ['mysql://own/police', 'mysql://own/', 'police'],
    ['mysql://own', 'mysql://own/', 'household_public_security'],
  ])('on a server of its own, %s, has the name given there', (own, url, database) => {
    const env = { DATABASE_URL: 'mysql://shared/x', PUBLIC_SECURITY_DATABASE_URL: own };
    expect(settingsOf(env)).toEqual({ dialect: 'mysql', url, database });
  });

  it('is not that of another department', () => {
    expect(settingsOf({ DATA_DIR: 'data', CIVIL_AFFAIRS_DATABASE_URL: 'mysql://own/civil' })).toMatchObject({
      dialect: 'sqlite',
    });
  });
});
