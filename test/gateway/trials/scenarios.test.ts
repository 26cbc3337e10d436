import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openTrial, type Trial } from '../../../gateway/trials/open-trial';
import { readCase, type Case } from '../../../gateway/trials/read-case';
import { caseFiles, runCase } from '../../../gateway/trials/run-scenarios';
import { packageRoot } from '../../../schema/package-root';
import { departments } from '../../../subgraphs';
import { checksOf } from '../../support/registry-checks';
import { family, someone, vehicle } from '../../support/family';
import type { Registries } from '../../support/exchange-files';
import { testLogger } from '../../support/test-logger';

jest.setTimeout(30_000);

const yin = someone('尹某');
const couple = family('H1', [yin], {
  program: 'MINIMUM_LIVING_ALLOWANCE',
  declared_financial_assets: '0.00',
});

/** A single woman without income, of whom an assessment says what is given. */
function caseOf(registries: Registries, expected: object, more: object = {}) {
  const assessment = { program: 'MINIMUM_LIVING_ALLOWANCE', on: '2018-06-11', outcome: 'MEETS', ...expected };
  const whole = {
    title: 'a single woman',
    rule: 'any',
    household: 'H1',
    registries: { ...couple, ...registries },
  };
  return { ...whole, ...more, expect: [assessment] };
}

const played = (registries: Registries, more: object = {}): Case =>
  readCase(JSON.stringify(caseOf(registries, {}, more))).case;

const saloon = vehicle('V1', yin);
const checks = departments
  .filter(({ registries }) => registries.length > 0)
  .flatMap(({ name }) => checksOf(name).map(({ namespace, check }) => `${namespace}.${check}`));

describe('Worked cases in the graph', () => {
  let trial: Trial;
  let folder: string;
  beforeAll(async () => {
    trial = await openTrial({ logger: testLogger });
  });
  afterAll(() => trial.close());
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cases-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };

  /** A case file with this text, or of this case, is told so when it is run. */
  const expectTold = async (of: string | object, ...failures: readonly unknown[]) => {
    write('a-case.json', typeof of === 'string' ? of : JSON.stringify(of));
    expect((await runCase(trial, folder, 'a-case.json')).failures).toEqual(failures);
  };

  /** What each registry says of the household while a case is played. */
  async function statuses(of: Case): Promise<Readonly<Record<string, string>>> {
    const selection = (namespace: string) =>
      `${namespace} { ${checks
        .filter((check) => check.startsWith(`${namespace}.`))
        .map((check) => `${check.slice(namespace.length + 1)} { status }`)
        .join(' ')} }`;
    const query = `{ household(id: "H1") { ${selection('assets')} ${selection('registrations')} } }`;
    const { data } = await trial.play(of, () => trial.ask(query, {}));
    const household = data?.['household'] as Record<string, Record<string, { status: string }>>;
    return Object.fromEntries(
      checks.map((check) => {
        const [namespace = '', field = ''] = check.split('.');
        return [check, household[namespace]?.[field]?.status ?? 'missing'];
      }),
    );
  }

  const allNone = Object.fromEntries(checks.map((check) => [check, 'NO_RECORD']));

  it.each(checks)('keep %s silent, and nothing else', async (check) => {
    expect(await statuses(played({}, { silent: [check] }))).toEqual({ ...allNone, [check]: 'UNAVAILABLE' });
  });

  it('leave nothing behind: what is not named is empty, fresh and not silent', async () => {
    const before = { silent: ['registrations.taxes'], as_of: { deaths: '2018-06-11T09:00:00+08:00' } };
    const found = {
      'assets.vehicles': 'FOUND',
      'registrations.taxes': 'UNAVAILABLE',
      'registrations.deaths': 'STALE',
    };
    expect(await statuses(played(saloon, before))).toEqual({ ...allNone, ...found });
    expect(await statuses(played({}))).toEqual(allNone);
  });

  it('make the check stale of which one file is old', async () => {
    const old = { as_of: { social_insurance_benefits: '2018-06-11T09:00:00+08:00' } };
    expect(await statuses(played({}, old))).toEqual({ ...allNone, 'registrations.socialInsurance': 'STALE' });
  });

  it('pass where the graph says what is expected', () =>
    expectTold(caseOf({}, { estimate: { monthly: '546.00' }, unanswered: [] })));

  it('tell the file, the program, the day and each difference, and no number', () =>
    expectTold(
      caseOf(saloon, { absent: ['VEHICLE_OWNED'] }),
      'a-case.json: MINIMUM_LIVING_ALLOWANCE on 2018-06-11: outcome: expected MEETS, received FAILS by VEHICLE_OWNED',
      'a-case.json: MINIMUM_LIVING_ALLOWANCE on 2018-06-11: VEHICLE_OWNED: expected none, received BARS of member 1',
    ));

  it('fail where the graph cannot assess', async () => {
    const noPolicy = caseOf({}, { on: '2010-01-01' });
    const received =
      'MINIMUM_LIVING_ALLOWANCE on 2010-01-01: eligibility: expected an assessment, received NO_POLICY_IN_FORCE';
    await expectTold(noPolicy, `a-case.json: ${received}`);
    await expectTold(
      { ...caseOf({}, {}), household: 'H2' },
      expect.stringMatching(/received no such household$/),
    );
  });

  it('fail where they cannot be read', () => expectTold('{', 'a-case.json: the file is not JSON'));

  it('fail where the importer refuses a row, and leave the registries to the next case', async () => {
    const [row] = saloon['vehicles'] ?? [];
    await expectTold(
      caseOf({ vehicles: [{ ...row, colour: '黑' }] }, {}),
      expect.stringMatching(/^a-case\.json: registries\.vehicles: vehicles\.csv:1: colour: .*; expected /),
    );
    await expectTold(
      caseOf({ vehicles: [{ ...row, plate_type: 'small' }] }, {}),
      expect.stringMatching(
        /^a-case\.json: registries\.vehicles: vehicles\.csv:2: plate_type: .*; expected /,
      ),
    );
    await expectTold(caseOf({}, {}));
  });

  it('warn of keys that are not looked at', async () => {
    write('a-case.json', JSON.stringify(caseOf({}, {}, { remark: '' })));
    expect(await runCase(trial, folder, 'a-case.json')).toEqual({
      file: 'a-case.json',
      failures: [],
      warnings: ['a-case.json: remark: unknown key, which is not looked at'],
    });
  });

  it('are the JSON files of a folder and of those in it', () => {
    for (const file of ['b.json', 'a/c.json', 'README.md', 'a/d.csv']) write(file, '');
    expect(caseFiles(folder)).toEqual(['a/c.json', 'b.json']);
  });
});

describe('npm run scenarios', () => {
  const cli = join(packageRoot, 'dist/gateway/trials/cli.js');
  const run = (...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8' });
    return { status, stdout, stderr };
  };
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'cases-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('counts what passed and what failed, and fails with the latter', () => {
    writeFileSync(join(folder, 'good.json'), JSON.stringify(caseOf({}, {}, { remark: '' })));
    writeFileSync(join(folder, 'bad.json'), JSON.stringify(caseOf({}, { outcome: 'FAILS' })));
    const told = 'bad.json: MINIMUM_LIVING_ALLOWANCE on 2018-06-11: outcome: expected FAILS, received MEETS';
    expect(run(folder)).toEqual({
      status: 1,
      stdout: `${told}\n1 passed, 1 failed\n`,
      stderr: 'warning: good.json: remark: unknown key, which is not looked at\n',
    });
  });

  it.each([
    ['a folder that is not there', ['/nowhere'], /^\/nowhere cannot be read as a folder \(ENOENT\)\nusage: /],
    ['a folder without a case', [__dirname], /holds no case: .*\nusage: npm run scenarios -- \[DIR\]\n$/],
    ['an option that it does not have', ['--fast'], /usage: /],
  ])('refuses %s', (_, args, told) => {
    expect(run(...args)).toEqual({ status: 2, stdout: '', stderr: expect.stringMatching(told) });
  });
});
