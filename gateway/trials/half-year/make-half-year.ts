import type { CalendarDate } from '../../../schema/values/calendar-date';
import type { Case } from './case';
import { askStatistics, type Statistics } from './counted-half-year';
import { familiesOfHalfYear } from './families-of-half-year';
import { fillDistrict } from './fill-district';
import { idleLatency, whileAsking, type Latency } from './latency';
import { MovedClock } from './moved-clock';
import { openEmptyDistrict } from './open-district';
import type { Outage } from './outage';
import type { Table } from './published-table';
import { runHalfYear } from './run-half-year';
import { Stages } from './stages';

export interface MakeOptions {
  readonly table: Table;
  readonly seed: number;
  readonly env: NodeJS.ProcessEnv;
  readonly keep: string | null;
  /** How many answers the idle latency is measured of. */
  readonly idleAnswers: number;
  readonly outage: Outage;
  readonly onDay?: (day: CalendarDate, ended: number) => void;
}

/** A half-year that was made. */
export interface HalfYear {
  readonly cases: readonly Case[];
  readonly statistics: Statistics;
  readonly stages: ReadonlyMap<string, number>;
  readonly idle: Latency;
  readonly busy: Latency;
}

/** The morning before the first working day of the year. */
const eve = '2018-01-01' as CalendarDate;

/** Makes a half-year of a table: families, registries, and every verification from its application to the decision. */
export async function makeHalfYear(options: MakeOptions): Promise<HalfYear> {
  const { table, seed, idleAnswers } = options;
  const stages = new Stages();
  const families = await stages.time('families', () => familiesOfHalfYear(table, seed));
  const clock = new MovedClock(eve, '09:00');
  const district = await stages.time('opening the graph', () => openEmptyDistrict({ ...options, clock }));
  try {
    await stages.time('filling the registries', () => fillDistrict(district, families));
    const { ask } = district;
    const ids = families.map(({ application }) => application.householdId);
    const idle = await stages.time('idle answers', () => idleLatency(ask, ids, idleAnswers));
    const run = () => runHalfYear({ district, stages }, { ...options, families });
    const { result: cases, latency: busy } = await whileAsking(ask, ids, run);
    const statistics = await stages.time('statistics', () => askStatistics(ask));
    return { cases, statistics, stages: stages.lengths, idle, busy };
  } finally {
    await district.close();
  }
}
