import type { CalendarDate } from '../../schema/values/calendar-date';
import { catalogueError } from '../../schema/wire/catalogue-error';
import type { Resolvers } from '../runtime/define-subgraph';
import { assessmentFields, editionView } from './assessment-view';
import { assess } from './engine/assess';
import { readFacts, type Facts, type Program } from './engine/facts/facts';
import { NoPolicyError } from './policies/no-policy-error';
import type { Policies } from './policies/policies';

/** The fields of this department, by the rules that it was given at its start. */
export function resolvers(policies: Policies): Resolvers {
  return {
    Query: {
      policyEdition: (_: unknown, { program, on }: PolicyArguments) => {
        const edition = policies.edition(program, on);
        return edition && editionView(edition);
      },
    },
    Household: {
      __resolveReference: (representation: Representation): Household => {
        let facts: Facts | undefined;
        return { id: representation['id'], facts: () => (facts ??= readFacts(representation)) };
      },
      eligibility: ({ facts }: Household, asked: Partial<PolicyArguments>) =>
        eligibility(facts(), asked, policies),
    },
    Eligibility: assessmentFields,
  };
}

interface PolicyArguments {
  readonly program: Program;
  readonly on: CalendarDate;
}

type Representation = Readonly<Record<string, unknown>>;

interface Household {
  readonly id: unknown;
  /** Read when the first assessment asks for them, and once for all assessments of the household in one question. */
  readonly facts: () => Facts;
}

function eligibility(facts: Facts, asked: Partial<PolicyArguments>, policies: Policies) {
  const program = asked.program ?? facts.application.program;
  const on = asked.on ?? facts.application.appliedOn;
  return assess(facts, policyOf(policies, program, on), on);
}

/** No edition or standard is ever taken in another's place; that there is none is told with program and day. */
function policyOf(policies: Policies, program: Program, on: CalendarDate) {
  try {
    return policies.inForce(program, on);
  } catch (error) {
    if (error instanceof NoPolicyError) throw catalogueError('NO_POLICY_IN_FORCE', { program, on });
    throw error;
  }
}
