import { deepMerge } from '@apollo/gateway/dist/utilities/deepMerge';
import * as fc from 'fast-check';
import { mergeAnswer, type Gathered, type Told } from '../../../gateway/execution/merge-answer';
import type { Places } from '../../../gateway/execution/places';
import { frozen } from './made-up-departments';

const leaf = fc.constantFrom<unknown>(null, 1, 'a', true);

/** Of one field every answer says the same: an object, a list of objects, or a value. */
const toldTo = (depth: number): fc.Arbitrary<Told> =>
  depth === 0
    ? fc.constant({})
    : fc.record(
        {
          id: leaf,
          members: fc.array(fc.option(toldTo(depth - 1)), { maxLength: 3 }),
          assets: fc.option(toldTo(depth - 1)),
        },
        { requiredKeys: [] },
      );

const placesTo = (depth: number): fc.Arbitrary<Places> =>
  depth === 0
    ? fc.constant(new Map())
    : fc
        .dictionary(fc.constantFrom('members', 'assets'), placesTo(depth - 1))
        .map((entries) => new Map(Object.entries(entries)));

const copy = <Value>(value: Value): Value => structuredClone(value);

describe('Merging an answer', () => {
  it('gives what Apollo gives, and writes to no answer', () => {
    fc.assert(
      fc.property(fc.array(toldTo(4), { maxLength: 4 }), placesTo(3), (answers, at) => {
        const expected = answers.reduce<Gathered>(
          (all, answer) => deepMerge(all, copy(answer)) as Gathered,
          {},
        );
        const merged: Gathered = {};
        for (const answer of answers) mergeAnswer(merged, frozen(copy(answer)), at);
        expect(merged).toEqual(expected);
      }),
    );
  });

  it('keeps the objects that later fetches add to', () => {
    const at: Places = new Map([['members', new Map()]]);
    const merged: Gathered = {};
    mergeAnswer(merged, frozen({ members: [{ id: 1 }, null] }), at);
    const [member] = merged['members'] as readonly Gathered[];
    mergeAnswer(merged, frozen({ members: [{ assets: { id: 2 } }, { id: 3 }] }), at);
    expect((merged['members'] as readonly Gathered[])[0]).toBe(member);
    expect(merged).toEqual({ members: [{ id: 1, assets: { id: 2 } }, { id: 3 }] });
  });

  it('makes no prototype of what an answer calls one', () => {
    const merged: Gathered = {};
    mergeAnswer(
      merged,
      JSON.parse('{ "__proto__": { "name": "x" }, "constructor": { "name": "y" } }') as Told,
    );
    expect(Object.getPrototypeOf(merged)).toBe(Object.prototype);
    expect(merged['name']).toBeUndefined();
    expect(Object.hasOwn(merged, 'constructor')).toBe(true);
  });
});
