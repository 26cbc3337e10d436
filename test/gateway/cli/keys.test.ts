import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  gatewayPublicKeys,
  ledgerPublicKeys,
  ledgerSigningKey,
  reportPublicKeys,
  reportSigningKey,
  signingKey,
} from '../../../schema/config/keys';
import { readConfig } from '../../../schema/config/read-config';
import { openDeployment, type Deployment } from '../../support/deployment';

const [signing, known] = ['gateway-signing-key.json', 'gateway-public-keys.json'];
const [ledgerSigning, ledgerKnown] = ['ledger-signing-key.json', 'ledger-public-keys.json'];
const [reportSigning, reportKnown] = ['report-signing-key.json', 'report-public-keys.json'];
const keyFiles = [signing, known, ledgerSigning, ledgerKnown, reportSigning, reportKnown];
const dotEnv = '.env';

describe('The secrets of a deployment', () => {
  let deployment: Deployment;
  beforeEach(() => {
    deployment = openDeployment();
  });
  afterEach(() => deployment.remove());

  const place = (...names: readonly string[]) => join(deployment.folder, ...names);
  const read = (...names: readonly string[]) => readFileSync(place(...names), 'utf8');

  it('are made in one go, and told by their files alone', () => {
    expect(deployment.makeKeys('secrets')).toEqual({
      status: 0,
      stdout: `${keyFiles.map((file) => `secrets/${file}\n`).join('')}${dotEnv}\nStill needed: secrets/token-keys.json, the JWK set of whoever issues access tokens\n`,
      stderr: '',
    });
    expect(readdirSync(place('secrets')).sort()).toEqual([...keyFiles].sort());
    expect(read(dotEnv)).toMatch(/^PERSON_KEY=[0-9a-f]{64}\nMYSQL_PASSWORD=[0-9a-f]{64}\n$/);
  });

  it('are closed to other users of the machine', () => {
    deployment.makeKeys('secrets');
    const mode = (...names: readonly string[]) => (statSync(place(...names)).mode & 0o777).toString(8);
    expect({ folder: mode('secrets'), env: mode(dotEnv) }).toEqual({ folder: '700', env: '600' });
    // A container's user has another number than the one who made the file.
    expect(keyFiles.map((file) => mode('secrets', file))).toEqual(keyFiles.map(() => '644'));
  });

  it('fit one another: departments know the gateway by the public half of its key alone', async () => {
    deployment.makeKeys('secrets');
    const config = readConfig(
      {
        DEPLOYMENT: 'production',
        GATEWAY_SIGNING_KEY: place('secrets', signing),
        GATEWAY_PUBLIC_KEYS: place('secrets', known),
      },
      [],
    );
    const { id } = signingKey(config);
    const key = await gatewayPublicKeys(config)({ alg: 'EdDSA', kid: id }, { payload: '', signature: '' });
    expect(key).toMatchObject({ type: 'public' });
  });

  it('fit one another: the heads of the ledger are verified by the public half of their key alone', async () => {
    deployment.makeKeys('secrets');
    const config = readConfig(
      {
        DEPLOYMENT: 'production',
        LEDGER_SIGNING_KEY: place('secrets', ledgerSigning),
        LEDGER_PUBLIC_KEYS: place('secrets', ledgerKnown),
      },
      [],
    );
    const { id } = ledgerSigningKey(config);
    const key = await ledgerPublicKeys(config)({ alg: 'EdDSA', kid: id }, { payload: '', signature: '' });
    expect(key).toMatchObject({ type: 'public' });
    expect(id === (JSON.parse(read('secrets', signing)) as { kid: string }).kid).toBe(false);
  });

  it('fit one another: reports are verified by the public half of their key alone', async () => {
    deployment.makeKeys('secrets');
    const config = readConfig(
      {
        DEPLOYMENT: 'production',
        REPORT_SIGNING_KEY: place('secrets', reportSigning),
        REPORT_PUBLIC_KEYS: place('secrets', reportKnown),
      },
      [],
    );
    const { id } = reportSigningKey(config);
    const key = await reportPublicKeys(config)({ alg: 'EdDSA', kid: id }, { payload: '', signature: '' });
    expect(key).toMatchObject({ type: 'public' });
    expect(id === (JSON.parse(read('secrets', ledgerSigning)) as { kid: string }).kid).toBe(false);
  });

  it.each([known, ledgerKnown, reportKnown])('publish no private half: %s', (file) => {
    deployment.makeKeys('secrets');
    expect(Object.keys((JSON.parse(read('secrets', file)) as { keys: object[] }).keys[0]!)).not.toContain(
      'd',
    );
  });

  it('are other ones in another deployment', () => {
    const other = openDeployment();
    for (const { makeKeys } of [deployment, other]) makeKeys('secrets');
    const theirs = (file: string) => readFileSync(join(other.folder, file), 'utf8');
    for (const file of [...keyFiles.map((name) => `secrets/${name}`), dotEnv]) {
      // Compared as booleans: a failing matcher would print them.
      expect(theirs(file) === read(file)).toBe(false);
    }
    other.remove();
  });

  const all = [...keyFiles.map((file) => `secrets/${file}`), dotEnv];

  it.each(all)('are not made where %s is there already', (there) => {
    const others = all.filter((file) => file !== there);
    deployment.makeKeys('secrets');
    const before = read(there);
    for (const file of others) rmSync(place(file));
    expect(deployment.makeKeys('secrets')).toEqual({
      status: 1,
      stdout: '',
      stderr: `Nothing was written: ${there} is there already\n`,
    });
    expect(read(there) === before).toBe(true);
    expect(others.filter((file) => existsSync(place(file)))).toEqual([]);
  });

  it.each([
    ['gateway', [signing, known]],
    ['ledger', [ledgerSigning, ledgerKnown]],
    ['report', [reportSigning, reportKnown]],
  ])('may be a new pair alone, by which the key of the %s is changed', (signer, files) => {
    deployment.makeKeys('secrets');
    const before = read(dotEnv);
    const { status, stdout } = deployment.makeKeys('new-secrets', signer);
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: files.map((file) => `new-secrets/${file}\n`).join(''),
    });
    expect(readdirSync(place('new-secrets')).sort()).toEqual([...files].sort());
    expect(read(dotEnv) === before).toBe(true);
    for (const file of files) expect(read('new-secrets', file) === read('secrets', file)).toBe(false);
  });

  it.each([[[]], [['secrets', 'somebody']]])('need a folder, and a signer that there is: %j', (given) => {
    expect(deployment.makeKeys(...given)).toEqual({
      status: 2,
      stdout: '',
      stderr: 'usage: npm run keys -- FOLDER [gateway|ledger|report]\n',
    });
    expect(readdirSync(deployment.folder)).toEqual([]);
  });
});
