import fc from 'fast-check';
import { DepartmentFailure } from '../../../../gateway/departments/department-failure';
import { mergingDepartment } from '../../../../gateway/departments/merging/merging-department';
import type { Department, DepartmentAnswer } from '../../../../schema/wire/graphql-exchange';
import { callOf, entities, outcome, query, settled, told } from './department-at-work';

/** A request of a run: how many entities it names, of which purpose it is, and what the department thinks of it. */
interface Asking {
  readonly size: number;
  readonly purpose: 'RECHECK' | 'AUDIT' | null;
  /** Whether whatever names an entity of it is refused, fails, or is answered short. */
  readonly nature: 'sound' | 'refused' | 'failing' | 'short';
  /** At which turn it asks, and leaves. */
  readonly turn: number;
  readonly leaves: boolean;
}

const requests = fc.array(
  fc.record<Asking>({
    size: fc.integer({ min: 1, max: 6 }),
    purpose: fc.constantFrom('RECHECK', 'RECHECK', 'AUDIT', null),
    nature: fc.constantFrom('sound', 'sound', 'sound', 'refused', 'failing', 'short'),
    turn: fc.integer({ min: 0, max: 2 }),
    leaves: fc.boolean(),
  }),
  { minLength: 1, maxLength: 24, size: 'max' },
);

const settings = fc.record({
  atOnce: fc.integer({ min: 1, max: 3 }),
  mostEntities: fc.integer({ min: 1, max: 20 }),
  longestWaitMs: fc.constant(60_000),
});

const refusal: DepartmentAnswer = { errors: [{ message: 'm', extensions: { code: 'ENTITIES_REFUSED' } }] };

/** What a request has to end with, whoever else asks. */
function due({ size, nature }: Asking, number: number): unknown {
  if (nature === 'refused') return refusal;
  if (nature === 'failing') return 'ECONNRESET';
  const ids = idsOf(size, number);
  return told(nature === 'short' ? ids.slice(1) : ids);
}

const idsOf = (size: number, number: number) => Array.from({ length: size }, (_, at) => `${number}.${at}`);

const isSame = (some: readonly number[], others: readonly number[]) =>
  some.length === others.length && some.every((one) => others.includes(one));

/** The names of what is so. */
const namesOf = (named: Readonly<Record<string, boolean>>) =>
  Object.keys(named).filter((name) => named[name] === true);

describe('Whatever is asked at the same time', () => {
  it('each request ends with its own entities or its own failure, in calls of the size that is allowed', async () => {
    const run = async (asking: readonly Asking[], limits: Parameters<typeof mergingDepartment>[1]) => {
      let merged = 0;
      let underWay = 0;
      /** What a department saw that it never may: thrown there, it would be a failure as any other. */
      const broken: string[] = [];
      const department: Department = {
        async execute({ variables }, { callers, purpose }) {
          const ids = (variables?.['representations'] as { id: string }[]).map(({ id }) => id);
          const numbers = [...new Set(ids.map((id) => parseInt(id)))];
          const of = numbers.map((number) => asking[number] as Asking);
          const isCounted = ids.length <= limits.mostEntities;
          underWay += isCounted ? 1 : 0;
          if (numbers.length > 1) merged += 1;
          broken.push(
            ...namesOf({
              'purposes met': of.some((one) => one.purpose !== purpose),
              'other callers': !isSame(
                callers.map(({ subject }) => Number(subject)),
                numbers,
              ),
              'too many entities': !isCounted && numbers.length > 1,
              'too many calls': underWay > limits.atOnce,
            }),
          );
          await new Promise((resolve) => setImmediate(resolve));
          underWay -= isCounted ? 1 : 0;
          if (of.some(({ nature }) => nature === 'failing')) throw new DepartmentFailure('ECONNRESET');
          if (of.some(({ nature }) => nature === 'refused')) return refusal;
          return told(of.some(({ nature }) => nature === 'short') ? ids.slice(1) : ids);
        },
        status: () => Promise.resolve([]),
      };
      const merging = mergingDepartment(department, limits);
      const ends: (Promise<unknown> | undefined)[] = [];
      for (let turn = 0; turn <= 2; turn += 1) {
        const leaving: AbortController[] = [];
        asking.forEach(({ size, purpose, leaves, turn: own }, number) => {
          if (own !== turn) return;
          const abort = new AbortController();
          if (leaves) leaving.push(abort);
          const variables = { representations: entities(...idsOf(size, number)) };
          const call = callOf(String(number), { purpose });
          ends[number] = outcome(merging.execute({ query, variables }, call, abort.signal));
        });
        await new Promise((resolve) => setImmediate(resolve));
        for (const abort of leaving) abort.abort('left');
      }
      const all = await Promise.all(ends.map(async (end) => end));
      await settled();
      expect(broken).toEqual([]);
      all.forEach((end, number) => {
        const one = asking[number] as Asking;
        if (!one.leaves || end !== 'left') expect([number, end]).toEqual([number, due(one, number)]);
      });
      return merged;
    };
    let merged = 0;
    await fc.assert(
      fc.asyncProperty(requests, settings, async (asking, limits) => {
        merged += await run(asking, limits);
      }),
      { numRuns: 150, seed: 7 },
    );
    expect(merged).toBeGreaterThan(150);
  });
});
