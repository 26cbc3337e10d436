import type { GraphAnswer, GraphClient, GraphRequest } from '../../../../schema/wire/graph-client';
import type { RawCheck, RawHousehold } from '../../../support/eligibility/random-household';

/** What the graph says of a registry of a household in the place of its answer; undefined where it answers. */
export type Change = (registry: string, check: RawCheck, household: string) => unknown;

const asItIs: Change = (_, check) => check;

/** A graph that knows these households, and all that it was asked. */
export interface KnownGraph extends GraphClient {
  readonly asked: GraphRequest[];
}

/** Answers as the published documents do: the registries whose variables are true. */
export function graphOf(households: readonly RawHousehold[], change: Change = asItIs): KnownGraph {
  const asked: GraphRequest[] = [];
  return {
    asked,
    ask: (request): Promise<GraphAnswer> => {
      asked.push(request);
      const ids = request.variables['ids'] as readonly string[];
      const told = ids.map((id) => {
        const household = households.find((one) => one.id === id);
        return household ? toldOf(household, request.variables, change) : null;
      });
      return Promise.resolve({ data: { households: told }, errors: [] });
    },
  };
}

function toldOf(household: RawHousehold, variables: GraphRequest['variables'], change: Change) {
  const included = (checks: Readonly<Record<string, RawCheck>>) =>
    Object.fromEntries(
      Object.entries(checks)
        .filter(([registry]) => variables[registry] === true)
        .map(([registry, check]) => [registry, change(registry, check, household.id)]),
    );
  return {
    ...household,
    assets: included(household.assets),
    registrations: included(household.registrations),
  };
}
