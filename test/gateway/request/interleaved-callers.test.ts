import type { Role } from '../../../gateway/access/roles';
import type { Department } from '../../../schema/wire/graphql-exchange';
import type { Asked } from '../../support/ask';
import { openDistrict, type District } from '../../support/district';
import { family, resident, someone, together, vehicle } from '../../support/family';
import { memoryLedger } from '../../support/memory-ledger';
import { seededRandom, type Random } from '../../support/random';

// By hand there are many rounds more.
jest.setTimeout(600_000);

/** How many times two callers ask at once, each three times; more by hand. */
const rounds = Number(process.env['INTERLEAVINGS'] ?? 330);

const yin = someone('尹某');
const yang = someone('杨某');
const chen = someone('陈某');

const documents = [
  'query Q($id: ID!) { household(id: $id) { address members { declaredName person { id } } } }',
  'query Q($id: ID!) { household(id: $id) { assets { vehicles { status records { brandModel owner { id } } } } } }',
  'query Q($id: ID!) { a: household(id: $id) { id registrations { residents { status records { person { id } } } } } b: household(id: "YB-1") { address } }',
  'query Q($id: ID!) { households(ids: [$id, "YB-2", "YB-3"]) { id divisionCode } }',
];
const numbers = ['YB-1', 'YB-2', 'YB-3', 'YB-none'];

interface Caller {
  readonly role: Role;
  readonly divisions: readonly string[];
  /** Whom it may see. */
  readonly sees: readonly string[];
}
const callers: readonly Caller[] = [
  { role: 'caseworker', divisions: ['500112'], sees: ['YB-1'] },
  { role: 'verifier', divisions: ['500113'], sees: ['YB-2', 'YB-3'] },
];

/** Holds every call of a department back until it is let go. */
class Turnstile {
  readonly #waiting: (() => void)[] = [];
  /** How many calls were made for several requests, and for both callers. */
  readonly merged = { requests: 0, callers: 0 };

  before(department: Department): Department {
    return {
      execute: async (...call) => {
        const [, { callers: all }] = call;
        if (all.length > 1) this.merged.requests += 1;
        if (new Set(all.map(({ role }) => role)).size > 1) this.merged.callers += 1;
        await new Promise<void>((resolve) => this.#waiting.push(resolve));
        return department.execute(...call);
      },
      status: (...call) => department.status(...call),
    };
  }

  /** Lets one of those who wait go, whichever is drawn; all that can run then runs. */
  async letOneGo(random: Random): Promise<void> {
    const [go] = this.#waiting.splice(random.under(this.#waiting.length), 1);
    go?.();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('Two callers who ask at the same time', () => {
  let district: District;
  beforeAll(async () => {
    district = await openDistrict({
      departments: ['civil-affairs', 'public-security'],
      ledger: memoryLedger(),
      registries: together(
        family('YB-1', [yin], { division_code: '500112001', address: '甲路1号' }),
        family('YB-2', [yang], { division_code: '500113001', address: '乙路2号' }),
        family('YB-3', [chen], { division_code: '500113002', address: '丙路3号' }),
        vehicle('CL-1', yin),
        vehicle('CL-2', yang),
        resident('HJ-3', chen),
      ),
      settings: { VERIFIER_HOUSEHOLDS_PER_HOUR: '10000', MERGED_CALLS_AT_ONCE: '1' },
    });
  });
  afterAll(() => district.close());

  const ask = ({ role, divisions }: Caller, query: string, id: string): Promise<Asked> =>
    district.ask(query, { role, divisions, variables: { id } });

  it('get their own answers, in whatever order departments answer', async () => {
    const alone = new Map<string, string>();
    for (const caller of callers) {
      for (const query of documents) {
        for (const id of numbers) {
          alone.set([caller.role, query, id].join(), JSON.stringify(await ask(caller, query, id)));
        }
      }
    }
    expect(new Set(alone.values()).size).toBeGreaterThan(12);

    const turnstile = new Turnstile();
    for (const name of ['civil-affairs', 'public-security']) {
      const department = district.department(name);
      Object.assign(department, turnstile.before({ ...department }));
    }
    const random = seededRandom(27);
    for (let round = 0; round < rounds; round += 1) {
      let answered = 0;
      const common = random.pick(documents);
      const asked = [...callers, ...callers, ...callers].map(async (caller) => {
        const query = random.chance(0.8) ? common : random.pick(documents);
        const id = random.pick(random.chance(0.7) ? caller.sees : numbers);
        const answer = JSON.stringify(await ask(caller, query, id));
        answered += 1;
        return answer === alone.get([caller.role, query, id].join());
      });
      while (answered < 3 * callers.length) await turnstile.letOneGo(random);
      expect([round, await Promise.all(asked)]).toEqual([round, Array(6).fill(true)]);
    }
    expect(turnstile.merged.requests).toBeGreaterThan(rounds / 4);
    expect(turnstile.merged.callers).toBeGreaterThan(rounds / 8);
  });
});
