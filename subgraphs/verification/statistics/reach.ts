import type { Outcome } from '../../eligibility/engine/assessment';
import { programs, type Program, type RegistryName } from '../../eligibility/engine/facts/facts';
import { readingOf } from '../../eligibility/engine/household/reading';
import type { RuleCode } from '../../eligibility/engine/rules/rule-code';
import type { Policies } from '../../eligibility/policies/policies';

/** In which programs and with which outcomes a household may have something. The rules are public: readers know it. */
export interface Reach {
  readonly programs: ReadonlySet<Program>;
  readonly outcomes: ReadonlySet<Outcome>;
}

/** What every reader may know of findings and silent registries by the rules. */
export interface Reaches {
  readonly finding: (code: RuleCode) => Reach;
  readonly registry: (registry: RegistryName) => Reach;
}

const anyOutcome: ReadonlySet<Outcome> = new Set<Outcome>(['MEETS', 'FAILS', 'NEEDS_REVIEW', 'UNDETERMINED']);

/** A household with something that is not settled never meets, nor waits for review alone. */
const unsettled: ReadonlySet<Outcome> = new Set<Outcome>(['FAILS', 'UNDETERMINED']);

/** By all editions that there are. */
export function reachesOf({ editions }: Policies): Reaches {
  return {
    finding: (code) => ({
      programs: new Set(
        editions
          .filter(({ rules }) => rules.has(code) || [...rules.values()].some(({ barsAs }) => barsAs === code))
          .map(({ program }) => program),
      ),
      outcomes: code === 'CHECK_UNANSWERED' || code === 'PURPOSE_MISMATCH' ? unsettled : anyOutcome,
    }),
    registry: (registry) => ({
      programs: new Set(programs.filter((program) => isRead(registry, program))),
      outcomes: unsettled,
    }),
  };
}

function isRead(registry: RegistryName, program: Program): boolean {
  const { members, obligors } = readingOf(program, false);
  return members.includes(registry) || obligors.includes(registry);
}
