import type { CalendarDate } from '../../../schema/values/calendar-date';
import { formatYuan } from '../../../schema/values/yuan';
import { addDays } from '../calendar';
import type { Citizen } from '../circumstances/citizen';
import { yuanBetween } from '../money';
import type { Random } from '../random';
import { exchangeFile } from './exchange-file';
import { holder } from './holder';

/** Contracts of so many days ago and less are those that the rules look for. */
const threeYears = 3 * 365;

/** Of households, so many bought off plan long ago. */
const oldContracts = 0.006;

/** 商品房网签备案 */
export const presaleContracts = exchangeFile('presale_contracts', {
  recordIds: 'YS',
  columns: [
    'buyer_id_number',
    'buyer_name',
    'contract_no',
    'project',
    'room',
    'floor_area',
    'price',
    'signed_on',
    'filed_on',
    'revoked_on',
  ],
  rows: ({ application, members, random }) => {
    const draws = random('presale_contracts');
    const { appliedOn, serial } = application;
    return members.flatMap((citizen) => {
      const daysAgo = signedDaysAgo(citizen, draws);
      if (daysAgo === undefined) return [];
      const [buyer_id_number, buyer_name] = holder(citizen, 'other');
      const signedOn: CalendarDate = addDays(appliedOn, -daysAgo);
      return [
        {
          buyer_id_number,
          buyer_name,
          contract_no: `WQ${signedOn.slice(0, 4)}${serial}${String(citizen.ordinal).padStart(2, '0')}`,
          project: `样例花园 ${draws.between(1, 9)} 期`,
          room: `${draws.between(1, 30)} 幢 ${draws.between(1, 33)}-${draws.between(1, 8)}`,
          floor_area: draws.between(4500, 12_000) / 100,
          price: formatYuan(yuanBetween(draws, 280_000, 900_000, 1000)),
          signed_on: signedOn,
          filed_on: addDays(signedOn, draws.between(1, 20)),
          revoked_on:
            citizen.trap === 'PRESALE_REVOKED' ? addDays(signedOn, draws.between(25, 45)) : undefined,
        },
      ];
    });
  },
});

function signedDaysAgo({ trap, basis }: Citizen, random: Random): number | undefined {
  const isTrap = trap === 'PRESALE_PURCHASE' || trap === 'PRESALE_RESETTLED' || trap === 'PRESALE_REVOKED';
  if (isTrap) return random.between(60, threeYears - 30);
  const isOld = basis === 'APPLICANT' && random.chance(oldContracts);
  return isOld ? random.between(threeYears + 60, 3 * threeYears) : undefined;
}
