import { birthDateOf, parseIdNumber, sexOf } from '../../../schema/values/id-number';
import { Identities } from '../../../subgraphs/sample/families/identities';
import { maxHouseholds } from '../../../subgraphs/sample/sample-options';
import { writtenDistrict, type WrittenDistrict } from './written-district';

let district: WrittenDistrict;
beforeAll(() => {
  district = writtenDistrict(800);
});
afterAll(() => district.remove());

describe('Identity numbers of a sample', () => {
  it('are valid and of division 500199, in every file', () => {
    const columns = /(^|_)id_number$/;
    const foreign = ['members', 'authorisations', 'marriages', 'residents', 'real_estate', 'social_insurance']
      .flatMap((table) => district.rows(table))
      .flatMap((row) => Object.entries(row).filter(([column]) => columns.test(column)))
      .filter(([, number]) => !parseIdNumber(number).number.startsWith('500199'));
    expect(foreign).toHaveLength(0);
  });

  it('belong to one person each', () => {
    const people = district.people.map(({ id_number }) => id_number);
    expect(new Set(people).size).toBe(people.length);
    const shared = district
      .rows('residents')
      .filter(({ id_number, name }) =>
        district.of('residents', 'id_number', id_number!).some((other) => other['name'] !== name),
      );
    expect(shared.map(({ record_id }) => record_id)).toEqual([]);
  });

  it('say the sex that the register of residents has', () => {
    const wrong = district
      .rows('residents')
      .filter(({ id_number, sex }) => sexOf(parseIdNumber(id_number!).number) !== sex);
    expect(wrong.map(({ record_id }) => record_id)).toEqual([]);
  });

  it('leave the first hundred sequence numbers to people written by hand', () => {
    const low = district.people.filter(({ id_number }) => Number(id_number!.slice(14, 17)) < 100);
    expect(low).toHaveLength(0);
  });

  it('are another one for each household of the largest district, though year and sex are the same', () => {
    const numbers = new Set<string>();
    for (let index = 0; index < maxHouseholds; index += 1) {
      numbers.add(new Identities(index, 4_294_967_295).born('FEMALE', 1966).idNumber);
    }
    expect(numbers.size).toBe(maxHouseholds);
  });

  it('are of an earlier year where the household has somebody of that year and sex', () => {
    const identities = new Identities(7, 1);
    const years = [1, 2, 3].map(() => birthDateOf(identities.born('MALE', 1970).idNumber).slice(0, 4));
    expect(years).toEqual(['1970', '1969', '1968']);
    expect(identities.born('FEMALE', 1970).birthDate.slice(0, 4)).toBe('1970');
  });

  it('run out beyond the largest district', () => {
    expect(() => new Identities(maxHouseholds, 1)).toThrow('there are no more numbers in the division');
  });
});
