import { formatYuan } from '../../../schema/values/yuan';
import type { Application } from '../application';
import { addDays } from '../calendar';
import type { Citizen } from '../circumstances/citizen';
import { yuan } from '../money';
import { rollOf, type RollEntry } from '../circumstances/roll';
import { exchangeFile } from './exchange-file';
import { holder } from './holder';

/** 救助台账 */
export const assistanceRolls = exchangeFile('assistance_rolls', {
  recordIds: 'TZ',
  columns: [
    'household_id',
    'id_number',
    'name',
    'program',
    'division_code',
    'status',
    'from_date',
    'to_date',
    'monthly_amount',
  ],
  rows: ({ application, members, random }) => {
    const draws = random('assistance_rolls');
    const roll = rollOf(application, draws);
    return members.flatMap((member) => [
      ...(roll ? ownEntries(member, roll, application) : []),
      ...entriesOfTrap(member, application).map((entry) => row(member, entry, application)),
    ]);
  },
});

function ownEntries(member: Citizen, roll: RollEntry, application: Application) {
  const isDrawing = roll.status === 'DRAWING';
  // The applicant alone stands for an application; DECEASED_DRAWING adds the dead by itself.
  if (member.trap === 'DECEASED_DRAWING' || (!isDrawing && member.basis !== 'APPLICANT')) return [];
  if (!member.diedOn || !isDrawing) return [row(member, roll, application)];
  return [row(member, { ...roll, status: 'ENDED', to: addDays(member.diedOn, 20) }, application)];
}

/** Entries of their bearers' traps; the other households are another district's. */
function entriesOfTrap({ trap }: Citizen, application: Application): RollEntry[] {
  const { program, appliedOn, serial } = application;
  const elsewhere = { program, householdId: `JB-2017-${serial}`, division: '500105' };
  switch (trap) {
    case 'DECEASED_DRAWING':
      return [
        {
          program: 'MINIMUM_LIVING_ALLOWANCE',
          status: 'DRAWING',
          from: addDays(appliedOn, -1200),
          amount: yuan(320),
        },
      ];
    case 'DUPLICATE_BENEFIT':
      return [{ ...elsewhere, status: 'DRAWING', from: addDays(appliedOn, -400), amount: yuan(350) }];
    case 'DUPLICATE_APPLICATION':
      return [{ ...elsewhere, status: 'APPLIED', from: addDays(appliedOn, -25) }];
    default:
      return [];
  }
}

function row(member: Citizen, entry: RollEntry, { householdId, street }: Application) {
  const [id_number, name] = holder(member, 'other');
  return {
    household_id: entry.householdId ?? householdId,
    id_number,
    name,
    program: entry.program,
    division_code: entry.division ?? street.code,
    status: entry.status,
    from_date: entry.from,
    to_date: entry.to,
    monthly_amount: entry.amount === undefined ? undefined : formatYuan(entry.amount),
  };
}
