import { traps, type Trap } from '../../../subgraphs/sample/traps/trap-table';
import { evidence, Member } from './trap-evidence';
import { writtenDistrict, type WrittenDistrict } from './written-district';

let district: WrittenDistrict;
let members: readonly Member[];
let households: ReadonlyMap<Trap, ReadonlySet<string>>;
beforeAll(() => {
  district = writtenDistrict(2000);
  members = district.members.map((row) => new Member(row, district));
  households = new Map(
    traps.map(({ name }) => {
      const caught = members.filter((member) => evidence[name](member));
      return [name, new Set(caught.map(({ row }) => row['household_id']!))];
    }),
  );
});
afterAll(() => district.remove());

describe('Among 2,000 sample households', () => {
  it.each(traps.map(({ name, what }) => [name, what] as const))('%s occurs: %s', (trap) => {
    expect(households.get(trap)?.size).toBeGreaterThan(0);
  });

  it('most have no trap at all', () => {
    const rare = traps
      .map(({ name }) => name)
      .filter((trap) => trap !== 'MOTORCYCLE' && trap !== 'LOW_VALUE_CAR');
    const withOne = new Set(rare.flatMap((trap) => [...households.get(trap)!]));
    expect(withOne.size).toBeLessThan(900);
  });

  it('pensions with a basic part are common among the old', () => {
    const drawing = members.filter((member) =>
      member
        .in('social_insurance_benefits')
        .some((row) => row['kind'] === 'RESIDENT_PENSION' && Number(row['basic_part']) > 0),
    );
    expect(drawing.length).toBeGreaterThan(500);
  });
});
