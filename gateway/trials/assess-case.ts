import type { Answer } from './ask-eligibility';
import { differences, type Assessment } from './compare';
import type { Trial } from './open-trial';
import type { Case, Expectation } from './read-case';

const question = /* GraphQL */ `
  query Assess($household: ID!, $program: AssistanceProgram!, $on: Date!) {
    household(id: $household) {
      eligibility(program: $program, on: $on) {
        outcome
        findings {
          code
          effect
          person {
            id
          }
        }
        unanswered {
          registry
        }
        estimate {
          monthly
          lumpSum
          formula
        }
        income {
          declaredMonthly
          assessedMonthly
          perCapitaMonthly
          monthlyStandard
          items {
            head
          }
        }
      }
    }
  }
`;

/** The answer to the question, as far as it is used. */
interface Eligibility {
  readonly outcome: string;
  readonly findings: readonly {
    readonly code: string;
    readonly effect: string;
    readonly person: { readonly id: string } | null;
  }[];
  readonly unanswered: readonly { readonly registry: string }[];
  readonly estimate: Assessment['estimate'];
  readonly income: Assessment['income'] & { readonly items: readonly { readonly head: string }[] };
}

/** Asks the graph for every assessment of a case, and tells what is otherwise than expected, a line each. */
export async function assessCase(trial: Trial, of: Case): Promise<readonly string[]> {
  return trial.play(of, async () => {
    const lines: string[] = [];
    for (const expected of of.expect) {
      const { program, on } = expected;
      const answer = await trial.ask(question, { household: of.household, program, on });
      const told = differencesOf(expected, answer, trial, of);
      lines.push(...told.map((line) => `${program} on ${on}: ${line}`));
    }
    return lines;
  });
}

function differencesOf(expected: Expectation, answer: Answer, trial: Trial, of: Case): readonly string[] {
  const household = answer.data?.['household'] as
    { readonly eligibility: Eligibility | null } | null | undefined;
  if (household?.eligibility) return differences(expected, assessmentOf(household.eligibility, trial, of));
  const codes = (answer.errors ?? []).map(({ extensions }) => String(extensions?.['code']));
  const received = codes.join(', ') || (household ? 'nothing' : 'no such household');
  return [`eligibility: expected an assessment, received ${received}`];
}

function assessmentOf(told: Eligibility, trial: Trial, of: Case): Assessment {
  const places = new Map(of.people.map(({ number, place }) => [String(trial.personId(number)), place]));
  const { items, ...amounts } = told.income;
  return {
    outcome: told.outcome,
    findings: told.findings.map(({ code, effect, person }) => ({
      code,
      effect,
      place: person && (places.get(person.id) ?? 'somebody else'),
    })),
    unanswered: told.unanswered.map(({ registry }) => registry.replace(/^.*\./, '')),
    estimate: told.estimate,
    income: amounts,
    heads: items.map(({ head }) => head),
  };
}
