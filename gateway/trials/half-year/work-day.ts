import type { Case } from './case';
import { conclude, decideObjection } from './deeds/decide';
import { look } from './deeds/look';
import { commission, takeUp } from './deeds/take-up';
import { hear, tell } from './deeds/tell';
import { visit } from './deeds/visit';
import { manyAtOnce } from './many-at-once';
import type { Deed, OfficeDay } from './office';
import type { EmptyDistrict } from './open-district';
import { withOutage, type Outage } from './outage';
import type { Stages } from './stages';

/** How many people work at once. */
const atOnce = 8;

export interface WorkPlace {
  readonly district: EmptyDistrict;
  readonly stages: Stages;
}

/** One day's work, in its order. Registries deliver before it begins; what is commissioned runs before noon. */
export async function workDay(place: WorkPlace, day: OfficeDay, outage: Outage | null): Promise<void> {
  const { district, stages } = place;
  const { clock } = district;
  clock.set(day.today, '08:30');
  await stages.time('deliveries of the registries', () => district.deliver());
  clock.set(day.today, '09:00');
  const taken = await doAll(place, day, 'TAKE_UP', 'applications and authorisations', takeUp);
  const run = () =>
    stages.time('verifications (registries, assessment, reports)', async () => {
      await manyAtOnce(taken, atOnce, (whom) => commission(whom, day));
      await district.settle();
    });
  await (outage ? withOutage(district, outage, run) : run());
  clock.set(day.today, '11:30');
  await doAll(place, day, 'LOOK', 'looking at what was found', look);
  clock.set(day.today, '13:30');
  await doAll(place, day, 'VISIT', 'visits', visit);
  clock.set(day.today, '14:30');
  await doAll(place, day, 'TELL', 'notices', tell);
  await doAll(place, day, 'HEAR', 'objections, and families without one', hear);
  clock.set(day.today, '16:00');
  await doAll(place, day, 'DECIDE_OBJECTION', 'decisions on objections', decideObjection);
  await doAll(place, day, 'CONCLUDE', 'decisions', conclude);
}

async function doAll(
  { stages }: WorkPlace,
  day: OfficeDay,
  deed: Deed,
  stage: string,
  work: (whom: Case, day: OfficeDay) => Promise<void>,
): Promise<readonly Case[]> {
  const planned = day.diary.take(day.today, deed);
  await stages.time(stage, () => manyAtOnce(planned, atOnce, (whom) => work(whom, day)));
  return planned;
}
