import { programs, type Program } from '../../../subgraphs/sample/families/programs';
import type { AskAs } from './ask-as';
import { totalOf, type Checks, type Table } from './published-table';

/** What the graph tells of the half-year. */
export interface Statistics {
  readonly programs: readonly (Checks & { readonly program: Program })[];
  readonly total: Checks;
  readonly outcomes: readonly { readonly outcome: string; readonly households: number }[];
  readonly findings: readonly { readonly code: string; readonly households: number }[];
  readonly silentRegistries: readonly { readonly registry: string; readonly households: number }[];
}

/** The statistics of the reports of the first half of 2018, as a verifier is told them. */
export function askStatistics(ask: AskAs): Promise<Statistics> {
  return ask<Statistics>(
    { subject: 'verifier-1', role: 'verifier' },
    {
      operation: 'VerificationStatistics',
      variables: { from: '2018-01-01', to: '2018-06-30' },
      purpose: 'APPLICATION_REVIEW',
    },
  );
}

/** Where the statistics say another number than the table, a line each. */
export function differences({ programs: counted, total }: Statistics, table: Table): readonly string[] {
  const lines = (Object.keys(programs) as Program[]).flatMap((program) =>
    compared(
      program,
      counted.find((one) => one.program === program),
      table[program],
    ),
  );
  return [...lines, ...compared('together', total, totalOf(table))];
}

function compared(name: string, counted: Checks | undefined, wanted: Checks): readonly string[] {
  return (['households', 'persons'] as const)
    .filter((of) => counted?.[of] !== wanted[of])
    .map((of) => `${name}: ${counted?.[of] ?? 'no'} ${of}, expected ${wanted[of]}`);
}
