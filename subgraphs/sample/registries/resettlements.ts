import { formatYuan } from '../../../schema/values/yuan';
import type { CalendarDate } from '../../../schema/values/calendar-date';
import { addDays } from '../calendar';
import { yuan } from '../money';
import { exchangeFile } from './exchange-file';
import { holder } from './holder';

/** 600 yuan a year for twenty years, from July 2006 for those resettled before. */
const annualAmount = formatYuan(yuan(600));
const began = '2006-07-01' as CalendarDate;
const ends = '2026-06-30' as CalendarDate;

/** How many families in the country were moved for a reservoir. */
const resettledFamilies = 0.06;

const reservoirs = ['样例水库', '新桥水库', '卫星水库'];

/** 移民后期扶持 */
export const resettlements = exchangeFile('resettlements', {
  recordIds: 'YM',
  columns: ['id_number', 'name', 'reservoir', 'mode', 'annual_amount', 'from_date', 'to_date'],
  rows: ({ application, members, random }) => {
    const draws = random('resettlements');
    const { residence, date } = application;
    if (residence !== 'RURAL' || date < began || !draws.chance(resettledFamilies)) return [];
    const reservoir = draws.pick(reservoirs);
    const mode = draws.chance(0.85) ? 'DIRECT_GRANT' : 'PROJECT';
    return members
      .filter(({ birthDate }) => birthDate < began)
      .map((member) => {
        const [id_number, name] = holder(member, 'other');
        // Death and public employment end it early.
        const removed =
          member.diedOn ?? (draws.chance(0.05) ? addDays(began, draws.between(400, 3000)) : undefined);
        const to_date = removed ?? (date > ends ? ends : undefined);
        return { id_number, name, reservoir, mode, annual_amount: annualAmount, from_date: began, to_date };
      });
  },
});
