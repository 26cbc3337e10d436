import type { Outcome } from '../../eligibility/engine/assessment';
import { programs } from '../../eligibility/engine/facts/facts';
import type { Told } from './counts';
import { inOrder } from './in-order';

/**
 * What is told of several times together: whatever is told of each of them, summed. It says nothing that the single tables
 * do not, and so nothing either that one of them taken from it would tell.
 */
export function sumOfTold(tables: readonly Told[]): Told {
  const total = {
    households: sum(tables.map((table) => table.total.households)),
    persons: sum(tables.map((table) => table.total.persons)),
  };
  return {
    ...inOrder({
      programs: programs.map((program) => ({
        program,
        households: sumIn(tables, ({ programs: parts }) => parts.find((part) => part.program === program)),
        persons: sum(
          tables.map((table) => personsOf(table.programs.find((part) => part.program === program))),
        ),
      })),
      outcomes: outcomes.map((outcome) => ({
        outcome,
        households: sumIn(tables, (table) => table.outcomes.find((part) => part.outcome === outcome)),
      })),
      findings: [...new Set(tables.flatMap(({ findings }) => findings.map(({ code }) => code)))].map(
        (code) => ({
          code,
          households: sumIn(tables, ({ findings }) => findings.find((part) => part.code === code)),
        }),
      ),
      silentRegistries: [
        ...new Set(tables.flatMap((table) => table.silentRegistries.map(({ registry }) => registry))),
      ].map((registry) => ({
        registry,
        households: sumIn(tables, (table) =>
          table.silentRegistries.find((part) => part.registry === registry),
        ),
      })),
    }),
    total,
  };
}

const outcomes: readonly Outcome[] = ['MEETS', 'FAILS', 'NEEDS_REVIEW', 'UNDETERMINED'];

type Part = { readonly households: number | null } | undefined;

/** A part that a table does not have is none there. */
function sumIn(tables: readonly Told[], partOf: (table: Told) => Part): number | null {
  return sum(
    tables.map((table) => {
      const part = partOf(table);
      return part ? part.households : 0;
    }),
  );
}

function personsOf(part: { readonly persons: number | null } | undefined): number | null {
  return part ? part.persons : 0;
}

function sum(numbers: readonly (number | null)[]): number | null {
  return numbers.reduce((all, number) => (all === null || number === null ? null : all + number), 0);
}
