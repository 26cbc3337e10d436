import { fillWithSample } from '../../subgraphs/fill-with-sample';
import { databaseKinds } from '../support/databases';
import { allRegistries, now, openDistrict, type District, twoDepartments } from '../support/district';

describe.each(databaseKinds)('The first household on %s', (kind) => {
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

  const check = 'status asOf subjects { person { id } status }';

  it('is that of 尹某 and is told whole in one question', async () => {
    const { data, errors } = await district.ask(`{
      household(id: "YB-2018-0001") {
        id divisionCode address residence
        application {
          number program appliedOn cause declaredRigidSpending declaredFinancialAssets
        }
        members {
          person { id name sex birthDate }
          declaredName maskedIdNumber birthDate residenceDivision relation basis
          declaredIncome { wages business property transfer }
          disabilityGrade disabilityKind authorised
        }
        obligors { declaredName }
        assets {
          vehicles {
            ${check}
            records {
              recordId owner { id name } plateNumber plateType vehicleType brandModel useNature
              firstRegisteredOn statusFlags disabilityAdapted assessedValue
            }
          }
        }
        registrations {
          residents {
            ${check}
            records {
              recordId person { id } householdBookNumber relationToHead residence registeredAddress
              divisionCode status movedInOn cancelledOn
            }
          }
          marriages { ${check} records { recordId } }
          deaths { ${check} records { recordId } }
          assistanceRolls { ${check} records { recordId } }
        }
      }
    }`);

    const yin = { id: expect.stringMatching(/^[0-9a-f]{32}$/) as string };
    const yang = { id: expect.stringMatching(/^[0-9a-f]{32}$/) as string };
    const asOf = '2018-07-02T09:00:00+08:00';
    const nothing = {
      status: 'NO_RECORD',
      asOf,
      subjects: [
        { person: yin, status: 'NO_RECORD' },
        { person: yang, status: 'NO_RECORD' },
      ],
      records: [],
    };
    const noIncome = { wages: '0.00', business: null, property: null, transfer: null };
    const entry = {
      householdBookNumber: 'HK-112-000101',
      residence: 'URBAN',
      registeredAddress: '龙山街道天竺路 1 号',
      divisionCode: '500112012',
      status: 'ACTIVE',
      movedInOn: null,
      cancelledOn: null,
    };
    expect(errors).toEqual([]);
    expect(data).toEqual({
      household: {
        id: 'YB-2018-0001',
        divisionCode: '500112012',
        address: '龙山街道天竺路 1 号',
        residence: 'URBAN',
        application: {
          number: 'SQ-2018-0001',
          program: 'TEMPORARY_ASSISTANCE',
          appliedOn: '2018-06-11',
          cause: '2017 年住院费用',
          declaredRigidSpending: '50000.00',
          declaredFinancialAssets: '2000.00',
        },
        members: [
          {
            person: { ...yin, name: '尹某', sex: 'FEMALE', birthDate: '1966-03-15' },
            declaredName: '尹某',
            maskedIdNumber: '500*************28',
            birthDate: '1966-03-15',
            residenceDivision: '500112',
            relation: '01',
            basis: 'APPLICANT',
            declaredIncome: noIncome,
            disabilityGrade: null,
            disabilityKind: null,
            authorised: true,
          },
          {
            person: { ...yang, name: '杨某', sex: 'FEMALE', birthDate: '1992-07-02' },
            declaredName: '杨某',
            maskedIdNumber: '500*************41',
            birthDate: '1992-07-02',
            residenceDivision: '500112',
            relation: '30',
            basis: 'CO_RESIDENT_OBLIGOR',
            declaredIncome: noIncome,
            disabilityGrade: null,
            disabilityKind: null,
            authorised: true,
          },
        ],
        obligors: [],
        assets: {
          vehicles: {
            status: 'FOUND',
            asOf,
            subjects: [
              { person: yin, status: 'NO_RECORD' },
              { person: yang, status: 'FOUND' },
            ],
            records: [
              {
                recordId: 'JD-0001',
                owner: { ...yang, name: '杨某' },
                plateNumber: '渝A12345',
                plateType: '02',
                vehicleType: 'K33',
                brandModel: '福特福克斯',
                useNature: 'A',
                firstRegisteredOn: '2016-10-20',
                statusFlags: ['A'],
                disabilityAdapted: false,
                assessedValue: '78000.00',
              },
            ],
          },
        },
        registrations: {
          residents: {
            status: 'FOUND',
            asOf,
            subjects: [
              { person: yin, status: 'FOUND' },
              { person: yang, status: 'FOUND' },
            ],
            records: [
              { recordId: 'HJ-0001', person: yin, relationToHead: '02', ...entry },
              { recordId: 'HJ-0002', person: yang, relationToHead: '30', ...entry },
            ],
          },
          marriages: nothing,
          deaths: nothing,
          assistanceRolls: nothing,
        },
      },
    });
    const ids = JSON.stringify(data).match(/[0-9a-f]{32}/g);
    expect(new Set(ids).size).toBe(2);
  });
});
