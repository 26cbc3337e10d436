import { getNamedType, isCompositeType, isObjectType, type GraphQLNamedType } from 'graphql';
import { apiSchema } from './api-schema';
import type { Ask, HttpAnswer } from './ask-over-http';
import { workingDepartments } from './department-processes';
import { checksIn, checksOf, type CheckPlace } from './registry-checks';

/** What the check centre keeps of a household: no registry says it, and a verification leads back to its household. */
const kept = 'verifications';

/** All that registries and rules tell of a household, of people their ids alone, and how it was verified. */
const profile = `{ ${kept} { id kind state version outcome } ${everythingOf(apiSchema.getType('Household')).slice(1)}`;

/** Every field of a type with all that is below it; of people their ids alone, and of verifications nothing. */
export function everythingOf(type: GraphQLNamedType | undefined): string {
  if (!isObjectType(type)) throw new Error('only object types are read whole');
  if (type.name === 'Person') return '{ id }';
  const fields = Object.values(type.getFields())
    .filter(({ name }) => name !== kept)
    .map(({ name, type: output }) => {
      const named = getNamedType(output);
      return isCompositeType(named) ? `${name} ${everythingOf(named)}` : name;
    });
  return `{ ${fields.join(' ')} }`;
}

/** A household of the sample with two members, and an obligor who withdrew his authorisation. */
export const oneHousehold = `{ household(id: "YB-2018-0002") ${profile} }`;

/** Three more: with the first, they have records in every registry. */
export const severalHouseholds = `{ households(ids: ["YB-2018-0003", "YB-2018-0005", "YB-2018-0006"]) ${profile} }`;

/** Both at once. */
export const wholeDistrict = `{ ${[oneHousehold, severalHouseholds].map((one) => one.slice(1, -1)).join('')} }`;

/** What a registry says of a household, with its lists of records. */
interface Check {
  readonly status: string;
  readonly asOf: string | null;
  readonly subjects: readonly { readonly person: unknown; readonly status: string }[];
  readonly [records: string]: unknown;
}

type Checks = Readonly<Record<string, Check>>;

/** As much of a profile as tests look into. */
export interface Profile {
  readonly [kept]: readonly unknown[] | null;
  readonly assets: Checks;
  readonly registrations: Checks;
  readonly eligibility: Assessment | null;
}

/** As much of an assessment as tests look into. */
export interface Assessment {
  readonly outcome: string;
  readonly unanswered: readonly { readonly registry: string; readonly status: string }[];
}

/** What the registries and the check centre say of a household. */
type Registered = Omit<Profile, 'eligibility'>;

/** The answer to `wholeDistrict`. */
export interface District {
  readonly household: Profile;
  readonly households: readonly Profile[];
}

export const districtOf = ({ data }: HttpAnswer) => data as unknown as District;

export function checkOf(household: Registered, { namespace, check }: CheckPlace): Check {
  const found = household[namespace][check];
  if (!found) throw new Error(`the household has no ${namespace}.${check}`);
  return found;
}

/** The households of an answer, each without its assessment: that follows from all others' answers. */
export function profilesOf(answer: HttpAnswer) {
  const { household, households } = districtOf(answer);
  return [household, ...households].map(({ eligibility, ...profile }) => ({ eligibility, profile }));
}

/** A profile as it was, but for what these departments say: registries of everybody that they cannot be asked. */
export function without(departments: readonly string[], healthy: Registered): Registered {
  const isKept = !departments.some((name) => workingDepartments.includes(name));
  return departments.flatMap(checksOf).reduce(
    (household, place) => {
      const { namespace, check } = place;
      const checks = { ...household[namespace], [check]: silent(checkOf(healthy, place)) };
      return { ...household, [namespace]: checks };
    },
    { ...healthy, [kept]: isKept ? healthy[kept] : null },
  );
}

function silent({ subjects, ...rest }: Check): Check {
  const nothing = Object.entries(rest).map(
    ([field, was]) => [field, Array.isArray(was) ? [] : null] as const,
  );
  return {
    ...Object.fromEntries(nothing),
    asOf: null,
    status: 'UNAVAILABLE',
    subjects: subjects.map(({ person }) => ({ person, status: 'UNAVAILABLE' })),
  };
}

/** Every department answers for every household, and each list of records has some somewhere. */
export async function expectHealthy(ask: Ask, url: string): Promise<HttpAnswer> {
  const answer = await ask(url, { query: wholeDistrict });
  expect(answer.errors).toEqual([]);
  const { household, households } = districtOf(answer);
  expect(households).toHaveLength(3);
  expect([household, ...households].map(({ eligibility }) => eligibility?.outcome)).not.toContain(undefined);
  for (const place of checksIn(apiSchema)) {
    const checks = [household, ...households].map((one) => checkOf(one, place));
    expect(checks.map(({ status }) => status)).not.toContain('UNAVAILABLE');
    for (const list of Object.keys(checks[0] ?? {}).filter((field) => Array.isArray(checks[0]?.[field]))) {
      const lengths = checks.map((check) => (check[list] as readonly unknown[]).length);
      expect({ ...place, list, most: Math.max(...lengths) }).not.toMatchObject({ most: 0 });
    }
  }
  return answer;
}
