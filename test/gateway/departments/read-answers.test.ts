import { parse } from 'graphql';
import { completeAnswer } from '../../../gateway/departments/complete-answer';
import { executedAnswer } from '../../../gateway/departments/executed-answer';
import type { EntityVariables } from '../../../gateway/departments/entities';
import type { DepartmentRequest } from '../../../schema/wire/graphql-exchange';
import { openDistrict, type District } from '../../support/district';
import { family, someone, together } from '../../support/family';
import { fullProfile, rowsInAll, rowsReferredTo } from '../../support/full-profile';
import { memoryLedger } from '../../support/memory-ledger';
import { seededRandom, type Random } from '../../support/random';
import { departmentSchema } from './public-security-operation';

type Json = Record<string, unknown>;

/** A fetch of a plan, and what the department said. */
interface Exchange {
  readonly department: string;
  readonly request: DepartmentRequest;
  readonly data: Json;
  /** What it says to the same about the same entities twice over. */
  readonly twice: () => Promise<readonly unknown[]>;
}

/** How often each answer is damaged. */
const damages = 40;

const [yin, yang] = [someone('尹某'), someone('杨某')];

const questions = [
  `{ household(id: "YB-1") { ${fullProfile()} eligibility { outcome } verifications { id } } }`,
  `{ households(ids: ["YB-1", "YB-2", "none"]) { id members { declaredName person { id name } } assets { vehicles { status subjects { status } } } } }`,
  '{ searchHouseholds(filter: {}, first: 2) { edges { node { id address } } pageInfo { endCursor hasNextPage } } }',
];

/** Every place of an answer: what holds it, and under which key. */
function placesIn(value: unknown): readonly (readonly [Json, string])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, within]) => [
    [value as Json, key] as const,
    ...placesIn(within),
  ]);
}

/** Makes one thing of an answer otherwise. */
function damage(data: Json, random: Random): void {
  const places = placesIn(data);
  if (places.length === 0) return;
  const [holder, key] = random.pick(places);
  const [other, otherKey] = random.pick(places);
  const was = holder[key];
  const ways: readonly (() => void)[] = [
    () => void (Array.isArray(holder) ? holder.splice(Number(key), 1) : delete holder[key]),
    () => void (Array.isArray(holder) ? holder.push(was) : (holder['more'] = was)),
    () => void (holder[key] = random.pick<unknown>([null, 0, 7.5, '', 'x', true, [], {}, [null], [was]])),
    () => void (holder[key] = structuredClone(other[otherKey])),
    () => void (holder['__typename'] = random.pick(['Household', 'VehicleCheck', 'Query', 7])),
  ];
  random.pick(ways)();
}

/** Every object within a value, by identity. */
function objectsIn(value: unknown): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value, ...Object.values(value).flatMap(objectsIn)];
}

describe('Reading an answer', () => {
  let district: District;
  const exchanges: Exchange[] = [];
  beforeAll(async () => {
    district = await openDistrict({
      departments: ['civil-affairs', 'public-security', 'housing', 'eligibility', 'verification'],
      ledger: memoryLedger(),
      registries: {
        ...rowsReferredTo(),
        ...rowsInAll('1', yin, yang),
        ...together(family('YB-1', [yin, yang]), family('YB-2', [someone('陈某')])),
      },
    });
    for (const opened of district.graph.departments) {
      const execute = opened.execute.bind(opened);
      const department = opened.subgraph.name;
      jest.spyOn(opened, 'execute').mockImplementation(async (request, ...call) => {
        const answer = await execute(request, ...call);
        const twice = async () => {
          const { representations = [], ...others } = (request.variables ?? {}) as EntityVariables;
          const variables = { ...others, representations: [...representations, ...representations] };
          const { data } = await execute({ ...request, variables }, ...call);
          return data?.['_entities'] as readonly unknown[];
        };
        exchanges.push({ department, request, data: JSON.parse(JSON.stringify(answer.data)) as Json, twice });
        return answer;
      });
    }
    for (const query of questions) await district.ask(query, { role: 'verifier' });
  });
  afterAll(() => district.close());

  it('by what its document selects gives what graphql-js gives, whatever was done to the answer', () => {
    expect(new Set(exchanges.map(({ department }) => department)).size).toBe(5);
    const random = seededRandom(11);
    const verdicts = { complete: 0, damaged: 0 };
    for (const { department, request, data } of exchanges) {
      const [schema, document] = [departmentSchema(department), parse(request.query)];
      const read = completeAnswer(schema, document);
      const variables = request.variables as EntityVariables;
      expect(JSON.stringify(read(variables, data))).toBe(JSON.stringify(data));
      for (let turn = 0; turn < damages; turn += 1) {
        const damaged = structuredClone(data);
        for (let times = random.under(3); times >= 0; times -= 1) damage(damaged, random);
        const expected = executedAnswer(schema, document, variables, damaged);
        verdicts[expected ? 'complete' : 'damaged'] += 1;
        expect(JSON.stringify(read(variables, damaged))).toBe(JSON.stringify(expected));
      }
    }
    expect(Math.min(...Object.values(verdicts))).toBeGreaterThan(100);
  });

  it('of a department in this process, whoever reads of an entity shares no object with whoever else does', async () => {
    const about = exchanges.filter(({ request }) => request.variables?.['representations'] !== undefined);
    expect(about.length).toBeGreaterThan(4);
    for (const { twice, data } of about) {
      const entities = await twice();
      const half = entities.length / 2;
      expect(JSON.stringify({ _entities: entities.slice(half) })).toBe(JSON.stringify(data));
      const ones = new Set(objectsIn(entities.slice(0, half)));
      expect(objectsIn(entities.slice(half)).filter((object) => ones.has(object))).toEqual([]);
    }
  });
});
