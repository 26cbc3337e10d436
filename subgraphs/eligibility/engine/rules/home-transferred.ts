import type { RecordOf } from '../facts/facts';
import { isWithin, monthsBefore } from '../household/calendar';
import type { Household } from '../household/household';
import type { Rule } from './rule';

export const homeTransferred: Rule = {
  code: 'HOME_TRANSFERRED',
  when: 'a member’s title to a home or a commercial unit ended in the 12 months before the application, or on a day that is not known',
  parameters: ['transferMonths'],
  ofMeans: true,
  find: (household) =>
    household.owners.flatMap((person) =>
      household.records
        .of('realEstate', person.id)
        .filter((title) => isProperty(title) && hasEndedLately(household, title))
        .map((title) => ({
          person,
          message: `${person.name}名下房屋${title.location.trim()}的权利已${title.endedOn === null ? '终止，日期不详' : `于${title.endedOn}终止`}，需核实去向。`,
          evidence: household.records.cite('realEstate', [title]),
          cites: ['transferMonths'] as const,
        })),
    ),
};

function isProperty({ usage }: RecordOf<'realEstate'>): boolean {
  return usage === 'RESIDENTIAL' || usage === 'COMMERCIAL';
}

function hasEndedLately(household: Household, { status, endedOn }: RecordOf<'realEstate'>): boolean {
  if (status !== 'HISTORIC' && status !== 'TERMINATED') return false;
  const from = monthsBefore(household.appliedOn, household.parameter('transferMonths'));
  return endedOn === null || isWithin(endedOn, from, household.on);
}
