import { exchangeFiles } from '../../../subgraphs/sample/registries';
import { writtenDistrict, type WrittenDistrict } from './written-district';

const districts: WrittenDistrict[] = [];
const write = (...args: Parameters<typeof writtenDistrict>): WrittenDistrict => {
  const district = writtenDistrict(...args);
  districts.push(district);
  return district;
};
afterAll(() => districts.forEach((district) => district.remove()));

const names = exchangeFiles.map(({ name }) => name);
const texts = (district: WrittenDistrict) => names.map((name) => district.text(name));

describe('A sample district', () => {
  it('is the same to the byte for the same seed, size and date', () => {
    expect(texts(write(150))).toEqual(texts(write(150)));
  });

  it('begins with the same households in every larger district, file by file', () => {
    const larger = write(400);
    const smaller = write(200);
    const continued = names.filter((name) => !larger.text(name).startsWith(smaller.text(name)));
    expect(continued).toEqual([]);
    expect(larger.rows('households')).toHaveLength(400);
  });

  it('is another one for another seed', () => {
    const numbers = (district: WrittenDistrict) => district.people.map(({ id_number }) => id_number);
    expect(numbers(write(20, 1))).not.toEqual(numbers(write(20, 2)));
  });

  it.each(['2000-01-01', '2018-03-01', '2026-12-31', '2099-12-31'])(
    'has all applications within the half-year before %s',
    (date) => {
      const applied = write(100, 3, date)
        .rows('households')
        .map((household) => household['applied_on']!);
      const halfYear = 183 * 24 * 60 * 60 * 1000;
      const outside = applied.filter((day) => day >= date || Date.parse(date) - Date.parse(day) > halfYear);
      expect(outside).toEqual([]);
    },
  );

  it('does not depend on the zone of the machine', () => {
    const before = process.env['TZ'];
    try {
      const [east, west] = ['Pacific/Auckland', 'America/Los_Angeles'].map((zone) => {
        process.env['TZ'] = zone;
        return texts(write(50));
      });
      expect(east).toEqual(west);
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  });
});
