import fc from 'fast-check';
import { NoSuchPick, pickFamilies } from '../../../../gateway/trials/half-year/pick-families';

const sized = (sizes: readonly number[]) => sizes.map((size, index) => ({ size, index }));
const sum = (numbers: readonly number[]) => numbers.reduce((all, number) => all + number, 0);
const sizes = fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 60 });

describe('Families are picked', () => {
  it('as they come where their people are as many as wanted', () => {
    const families = sized([2, 3, 1, 5]);
    expect(pickFamilies(families, { households: 3, persons: 6 })).toEqual(families.slice(0, 3));
  });

  it('with the greatest exchange first, and never past the number', () => {
    const picked = pickFamilies(sized([1, 1, 1, 3, 4]), { households: 3, persons: 5 });
    expect(picked.map(({ size }) => size)).toEqual([1, 1, 3]);
  });

  it('exactly, each once, whatever families there are, or it is said why not', () => {
    fc.assert(
      fc.property(sizes, fc.nat(60), fc.nat(480), (given, households, persons) => {
        const families = sized(given);
        try {
          const picked = pickFamilies(families, { households, persons });
          expect(new Set(picked).size).toBe(households);
          expect(sum(picked.map(({ size }) => size))).toBe(persons);
        } catch (error) {
          expect(error).toBeInstanceOf(NoSuchPick);
        }
      }),
    );
  });

  it('wherever enough of every size were left, for each number from the least people to the most', () => {
    const wanted = fc.integer({ min: 1, max: 30 }).chain((households) =>
      fc.record({
        households: fc.constant(households),
        persons: fc.integer({ min: households, max: 8 * households }),
        first: fc.array(fc.integer({ min: 1, max: 8 }), { minLength: households, maxLength: households }),
      }),
    );
    fc.assert(
      fc.property(wanted, ({ households, persons, first }) => {
        const left = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((size) => Array<number>(households).fill(size));
        const picked = pickFamilies(sized([...first, ...left]), { households, persons });
        expect(sum(picked.map(({ size }) => size))).toBe(persons);
      }),
    );
  });

  it('not at all from too few, or where the sizes do not come to the number', () => {
    expect(() => pickFamilies(sized([1, 2]), { households: 3, persons: 3 })).toThrow(
      'there are 2 families, and 3 are wanted',
    );
    expect(() => pickFamilies(sized([1, 1, 3]), { households: 2, persons: 3 })).toThrow(
      '2 families with 3 people cannot be made: 1 missing',
    );
  });
});
