import type { CalendarDate } from '../../../schema/values/calendar-date';
import { programs, type Program } from '../../../subgraphs/sample/families/programs';
import { householdAt, type Household } from '../../../subgraphs/sample/household';
import { defaultDate, type SampleOptions } from '../../../subgraphs/sample/sample-options';
import { NoSuchPick, pickFamilies } from './pick-families';
import type { Table } from './published-table';

/** The last day of application of the half-year: what is applied for later is reported of in the next one. */
export const lastApplication = '2018-06-15' as CalendarDate;

/** How many families are made up at a time, and at most: nearly twenty times those of the published table. */
const [block, most] = [250, 60_000];

type Candidate = Household & { readonly size: number };

/**
 * Families of one made-up district, so many of each program with so many members as the table says, in the order of their
 * days of application. The district is made as large as it has to be. What registries know of a family is what was so
 * on its day of application.
 * @throws NoSuchPick, which names the program, where the largest district has no such families.
 */
export function familiesOfHalfYear(table: Table, seed: number): readonly Household[] {
  const options: SampleOptions = { seed, date: defaultDate, households: most, asOfApplication: true };
  const candidates = new Map<string, Candidate[]>(Object.keys(programs).map((program) => [program, []]));
  for (let end = block; ; end += block) {
    for (let index = end - block; index < end; index += 1) {
      const household = householdAt(options, index);
      const { program, appliedOn } = household.application;
      if (appliedOn > lastApplication) continue;
      candidates.get(program)?.push({ ...household, size: household.members.length });
    }
    try {
      return pickAll(table, candidates).sort(byApplication);
    } catch (error) {
      if (!(error instanceof NoSuchPick) || end >= most) throw error;
    }
  }
}

function pickAll(table: Table, candidates: ReadonlyMap<string, readonly Candidate[]>): Household[] {
  return [...candidates].flatMap(([program, families]) => {
    try {
      return pickFamilies(families, table[program as Program]);
    } catch (error) {
      if (error instanceof NoSuchPick) throw new NoSuchPick(`${program}: ${error.message}`);
      throw error;
    }
  });
}

function byApplication({ application: one }: Household, { application: other }: Household): number {
  if (one.appliedOn === other.appliedOn) return one.index - other.index;
  return one.appliedOn < other.appliedOn ? -1 : 1;
}
