import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeChange } from '../../../gateway/trials/describe-change';
import { packageRoot } from '../../../schema/package-root';
import { departments } from '../../../subgraphs';
import { writeExchangeFiles, type Registries } from '../../support/exchange-files';
import { family, someone, together, vehicle } from '../../support/family';
import { openProcesses } from '../../support/processes';

// Each replay opens two graphs in a process of its own.
jest.setTimeout(60_000);

const processes = openProcesses('replay');

afterAll(() => processes.close());

const program = 'MINIMUM_LIVING_ALLOWANCE';

/** The edition of 2017 in which a vehicle is for review, with more changes where given. */
function trialFile(changed: (text: string) => string = (text) => text): string {
  const published = readFileSync(
    join(packageRoot, `subgraphs/eligibility/policies/editions/${program}-2017.yaml`),
    'utf8',
  );
  const trial = published
    .replace(`id: ${program}-2017`, `id: ${program}-2027\ndraft: true`)
    .replace('effectiveFrom: 2017-04-01', 'effectiveFrom: 2027-01-01')
    .replace('VEHICLE_OWNED: { effect: BARS', 'VEHICLE_OWNED: { effect: REVIEW');
  mkdirSync(processes.dataDir, { recursive: true });
  const file = join(processes.dataDir, `${program}-2027.yaml`);
  writeFileSync(file, changed(trial));
  return file;
}

const replay = (...more: readonly string[]) =>
  processes.run({ command: ['dist/gateway/trials/replay-cli.js', ...more] });

async function fill(registries: Registries): Promise<void> {
  const headers = Object.fromEntries(
    departments.flatMap((department) =>
      department.registries.map(({ table, columns }) => [table, columns.map(({ name }) => name)] as const),
    ),
  );
  const empty = Object.fromEntries(Object.keys(headers).map((table) => [table, []]));
  const files = writeExchangeFiles({ ...empty, ...registries }, headers);
  const { stderr, status } = await processes.run({
    command: ['dist/subgraphs/runtime/cli/import.js', files],
  });
  expect({ status, stderr }).toMatchObject({ status: 0 });
}

describe('A replay', () => {
  const owner = someone('王某');
  const poor = someone('李某');
  const applied = { program, declared_financial_assets: '0.00' };

  beforeAll(() =>
    fill(
      together(
        family('H-CAR', [owner], applied),
        family('H-POOR', [poor], applied),
        family('H-OTHER', [someone('赵某')], { ...applied, program: 'HOUSING_ASSISTANCE' }),
        family('H-EARLY', [someone('钱某')], { ...applied, applied_on: '2012-01-01' }),
        vehicle('V-1', owner),
      ),
    ),
  );

  it('prints whom another edition changes and by which finding, and reads no other program', async () => {
    const { status, stdout } = await replay('--edition', trialFile());
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: [
        'H-CAR: FAILS → NEEDS_REVIEW: - VEHICLE_OWNED BARS (member 1), + VEHICLE_OWNED REVIEW (member 1)',
        '',
        `3 households that applied for ${program}, in force → ${program}-2027:`,
        '  FAILS → NEEDS_REVIEW: 1',
        '  MEETS → MEETS: 1',
        '  not assessed, since no edition or standard is in force on their day: 1',
        '1 change',
        '',
      ].join('\n'),
    });
  });

  it('assesses as on another day where one is given', async () => {
    const { stdout } = await replay('--edition', trialFile(), '--on', '2024-09-01');
    // 2022 has the car without an assessed value for review too, by another rule.
    expect(stdout).toContain('H-CAR: NEEDS_REVIEW → NEEDS_REVIEW: - VEHICLE_REVIEW REVIEW (member 1)');
    expect(stdout).toContain('3 households');
    expect(stdout).not.toContain('not assessed');
  });

  it('tells what is wrong with the edition, and assesses nobody', async () => {
    const { status, stdout, stderr } = await replay(
      '--edition',
      trialFile((text) => text.replace('effect: BARS', 'effect: BAR')),
    );
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/2027\.yaml: rules\.\w+\.effect: /);
  });

  it('says how it is called', async () => {
    expect(await replay()).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--edition is missing') as unknown,
    });
  });
});

describe('A change', () => {
  const assessed = (outcome: string, monthly: string | null) => ({
    outcome,
    policy: { id: 'any' },
    estimate: monthly === null ? null : { monthly, lumpSum: null },
    findings: [],
  });
  const household = { id: 'H', places: new Map<string, string>() };

  it('is one of the estimate alone too', () => {
    const change = describeChange({
      ...household,
      inForce: assessed('MEETS', '100.00'),
      other: assessed('MEETS', '120.00'),
    });
    expect(change).toBe('H: MEETS → MEETS: estimate 100.00 → 120.00');
  });

  it('is none where nothing differs', () => {
    const same = assessed('MEETS', '100.00');
    expect(describeChange({ ...household, inForce: same, other: same })).toBeNull();
  });
});
