import type { Purpose } from '../../../schema/access/purposes';
import type { GraphClient } from '../../../schema/wire/graph-client';
import { assets } from '../../eligibility/engine/facts/assets';
import type { RegistryName } from '../../eligibility/engine/facts/facts';
import type { Tier } from '../process/event';
import type { TierAnswer } from './attempt';
import { registriesOf } from './registries-of';
import { registryAnswer } from './registry-answer';
import { documentOf } from './tier-document';

/**
 * How many households one question asks about. By the sizes in the SDL the municipal document costs 1,474 a household,
 * so that the 300,000 of the role admit 200; fewer, so that departments answer them within their deadline.
 */
const page = 50;

/** A household, and which registries of the tier are asked about it. */
export interface HouseholdToAsk {
  readonly id: string;
  readonly registries: readonly RegistryName[] | 'all';
}

export interface TierQuestion {
  readonly tier: Tier;
  readonly households: readonly HouseholdToAsk[];
  readonly purpose: Purpose;
  readonly reason: string;
  /** Told of each question that failed as a whole: what was thrown, or an error of the graph. */
  readonly onFailure?: (failure: unknown) => void;
}

/**
 * Asks the registries of a tier about households, those with the same registries together. It never rejects: whatever
 * did not come, a household or a whole answer, left every registry that was asked silent.
 */
export async function askTier(
  graph: GraphClient,
  question: TierQuestion,
): Promise<ReadonlyMap<string, TierAnswer>> {
  const told = new Map<string, TierAnswer>();
  for (const { ids, registries } of pagesOf(question)) {
    const came = await ask(graph, question, ids, registries);
    for (const id of ids) told.set(id, answerOf(came.get(id), registries, question.tier));
  }
  return told;
}

interface Page {
  readonly ids: readonly string[];
  readonly registries: readonly RegistryName[];
}

function pagesOf({ tier, households }: TierQuestion): readonly Page[] {
  const alike = new Map<string, { ids: string[]; registries: readonly RegistryName[] }>();
  for (const { id, registries: wanted } of households) {
    const registries = registriesOf(tier).filter((name) => wanted === 'all' || wanted.includes(name));
    const group = alike.get(registries.join()) ?? { ids: [], registries };
    group.ids.push(id);
    alike.set(registries.join(), group);
  }
  return [...alike.values()].flatMap(({ ids, registries }) =>
    Array.from({ length: Math.ceil(ids.length / page) }, (_, index) => ({
      ids: ids.slice(index * page, (index + 1) * page),
      registries,
    })),
  );
}

type Part = Readonly<Record<string, unknown>>;

/** The households that came, by their number. */
async function ask(
  graph: GraphClient,
  { tier, purpose, reason, onFailure }: TierQuestion,
  ids: readonly string[],
  registries: readonly RegistryName[],
): Promise<ReadonlyMap<unknown, Part>> {
  const included = registriesOf(tier).map((name) => [name, registries.includes(name)]);
  const variables = { ids, ...(Object.fromEntries(included) as Record<string, boolean>) };
  try {
    const { data, errors } = await graph.ask({ operation: documentOf[tier], variables, purpose, reason });
    if (!data) onFailure?.(errors[0]);
    return new Map(partsOf(data?.['households']).map((household) => [household['id'], household]));
  } catch (error) {
    onFailure?.(error);
    return new Map();
  }
}

function answerOf(household: Part | undefined, registries: readonly RegistryName[], tier: Tier): TierAnswer {
  const people = [...partsOf(household?.['members']), ...partsOf(household?.['obligors'])].map((one) =>
    String(partOf(one['person'])['id']),
  );
  const answers = registries.map((registry) => {
    const namespace = partOf(household?.[registry in assets ? 'assets' : 'registrations']);
    return [registry, registryAnswer(registry, namespace[registry], people)] as const;
  });
  const declared = tier === 'MUNICIPAL' && household ? declaredOf(household) : null;
  return { household: declared, answers: Object.fromEntries(answers) };
}

/** What a household says of itself: all but its number and what registries say of it. */
function declaredOf({ id: _, assets: __, registrations: ___, ...declared }: Part): Part {
  return declared;
}

function partsOf(value: unknown): readonly Part[] {
  return Array.isArray(value)
    ? value.filter((one): one is Part => typeof one === 'object' && one !== null)
    : [];
}

function partOf(value: unknown): Part {
  return typeof value === 'object' && value !== null ? (value as Part) : {};
}
