import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../schema/package-root';
import { departments } from '../../subgraphs';
import { fillWithSample } from '../../subgraphs/fill-with-sample';
import { keepsRegistries } from '../../subgraphs/runtime/define-subgraph';
import { expectErrors } from '../support/ask';
import { databaseKinds } from '../support/databases';
import { allRegistries, now, openDistrict, type District, twoDepartments } from '../support/district';

describe.each(databaseKinds)('The sample district on %s', (kind) => {
  let district: District;
  beforeAll(async () => {
    district = await openDistrict({
      departments: twoDepartments,
      kind,
      registries: {},
      neverFilled: allRegistries,
    });
    await fillWithSample(district.graph.departments, district.databases.config, now);
  });
  afterAll(() => district.close());

  it('tells a widower’s marriage and that the wife has died, without naming her', async () => {
    const asked = await district.ask(`{
      household(id: "YB-2018-0004") {
        members { person { id } declaredName }
        registrations {
          marriages {
            status
            records { event certificateNumber registeredOn office parties { person { id } inHousehold deceased } }
          }
        }
      }
    }`);
    const id = expect.stringMatching(/^[0-9a-f]{32}$/) as string;
    expectErrors(asked);
    expect(asked.data).toEqual({
      household: {
        members: [{ person: { id }, declaredName: '唐某' }],
        registrations: {
          marriages: {
            status: 'FOUND',
            records: [
              {
                event: 'MARRIAGE',
                certificateNumber: '渝江北结字 1971 第 0102 号',
                registeredOn: '1971-02-14',
                office: '江北县大盛公社',
                parties: [
                  { person: { id }, inHousehold: true, deceased: false },
                  { person: null, inHousehold: false, deceased: true },
                ],
              },
            ],
          },
        },
      },
    });
  });

  it('tells a death with its days, and the rolls with their amounts', async () => {
    const asked = await district.ask(`{
      household(id: "YB-2018-0006") {
        registrations {
          deaths { records { recordId diedOn crematedOn source } }
          assistanceRolls {
            records { recordId householdId program divisionCode status from to monthlyAmount }
          }
        }
      }
    }`);
    const drawing = {
      householdId: 'YB-2018-0006',
      program: 'MINIMUM_LIVING_ALLOWANCE',
      divisionCode: '500112012',
      status: 'DRAWING',
      from: '2016-09-01',
      to: null,
    };
    expectErrors(asked);
    expect(asked.data).toEqual({
      household: {
        registrations: {
          deaths: {
            records: [
              { recordId: 'SW-0002', diedOn: '2018-02-19', crematedOn: '2018-02-21', source: 'FUNERAL' },
            ],
          },
          assistanceRolls: {
            records: [
              { recordId: 'TZ-0001', monthlyAmount: '310.00', ...drawing },
              { recordId: 'TZ-0002', monthlyAmount: '410.00', ...drawing },
            ],
          },
        },
      },
    });
  });

  it('lists the applicant first, then by relation, and obligors apart', async () => {
    const { data } = await district.ask(`{
      a: household(id: "YB-2018-0002") { members { declaredName disabilityGrade disabilityKind } obligors { declaredName basis } }
      b: household(id: "YB-2018-0006") { members { declaredName } }
    }`);
    expect(data).toEqual({
      a: {
        members: [
          { declaredName: '周某国', disabilityGrade: null, disabilityKind: null },
          { declaredName: '兰某英', disabilityGrade: 3, disabilityKind: 'PHYSICAL' },
        ],
        obligors: [{ declaredName: '周某强', basis: 'LEGAL_OBLIGOR' }],
      },
      b: { members: [{ declaredName: '穆某' }, { declaredName: '穆某晴' }, { declaredName: '冉某' }] },
    });
  });

  it('is filled once: what stands in it is not replaced at the next start', async () => {
    await district
      .department('civil-affairs')
      .database.session(({ run }) =>
        run(`UPDATE households SET address = '搬迁后的地址' WHERE household_id = 'YB-2018-0003'`),
      );
    const later = new Date(now.getTime() + 3_600_000);
    await fillWithSample(district.graph.departments, district.databases.config, later);
    const { data } = await district.ask(`{
      household(id: "YB-2018-0003") { address assets { vehicles { asOf } } }
    }`);
    expect(data).toEqual({
      household: { address: '搬迁后的地址', assets: { vehicles: { asOf: '2018-07-02T10:00:00+08:00' } } },
    });
  });
});

describe('The sample', () => {
  it('leaves alone what was imported, its age included', async () => {
    const district = await openDistrict({
      departments: twoDepartments,
      registries: {},
      asOf: { vehicles: new Date('2018-06-01T00:00Z') },
    });
    await fillWithSample(district.graph.departments, district.databases.config, now);
    const { data } = await district.ask('{ household(id: "YB-2018-0001") { id } }');
    const [state] = await district
      .department('public-security')
      .database.select(`SELECT as_of, source FROM registry_state WHERE registry = 'vehicles'`);
    await district.close();
    expect(data).toEqual({ household: null });
    expect(state).toEqual({ as_of: Date.parse('2018-06-01T00:00Z'), source: 'exchange' });
  });

  it('is of people who cannot exist', () => {
    const numbers = departments
      .filter(keepsRegistries)
      .flatMap(({ name }) => readdirSync(sampleOf(name)).map((file) => join(sampleOf(name), file)))
      .flatMap((file) => readFileSync(file, 'utf8').match(/\b\d{17}[\dX]\b/g) ?? []);
    expect(numbers.length).toBeGreaterThan(40);
    // Compared as a number: a failing matcher would print theirs.
    expect(numbers.filter((number) => !number.startsWith('500199')).length).toBe(0);
  });
});

function sampleOf(department: string): string {
  return join(packageRoot, 'subgraphs', department, 'sample');
}
