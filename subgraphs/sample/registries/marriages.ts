import type { CalendarDate } from '../../../schema/values/calendar-date';
import type { Application } from '../application';
import { yearOf } from '../calendar';
import type { Marriage } from '../families/marriages';
import { exchangeFile } from './exchange-file';
import { holder } from './holder';

/** Marriages a household has at most; so no two certificates of a year have one number. */
const mostMarriages = 6;

/** From this year on, certificates have the number of today's form. */
const numbered = 2004;

/** 婚姻登记: a row an event. */
export const marriages = exchangeFile('marriages', {
  recordIds: 'HY',
  columns: [
    'event',
    'certificate_no',
    'registered_on',
    'party_a_id_number',
    'party_a_name',
    'party_b_id_number',
    'party_b_name',
    'office',
  ],
  rows: ({ application, marriages }) =>
    marriages.flatMap((marriage, nth) => {
      const event = (name: 'MARRIAGE' | 'DIVORCE', day: CalendarDate) => ({
        event: name,
        ...certificate(application, name, day, nth),
        ...parties(marriage),
      });
      const { marriedOn, divorcedOn } = marriage;
      return [event('MARRIAGE', marriedOn), ...(divorcedOn ? [event('DIVORCE', divorcedOn)] : [])];
    }),
});

function parties({ husband, wife }: Marriage) {
  const [husbandNumber, husbandName] = holder(husband, 'other');
  const [wifeNumber, wifeName] = holder(wife, 'other');
  return {
    party_a_id_number: husbandNumber,
    party_a_name: husbandName,
    party_b_id_number: wifeNumber,
    party_b_name: wifeName,
  };
}

function certificate({ index }: Application, event: 'MARRIAGE' | 'DIVORCE', day: CalendarDate, nth: number) {
  const year = yearOf(day);
  const serial = String(index * mostMarriages + nth + 1).padStart(6, '0');
  if (year < numbered) {
    const word = event === 'MARRIAGE' ? '结' : '离';
    return {
      certificate_no: `${year < 1995 ? '江北县' : '渝北'}${word}字 ${year} 第 ${serial} 号`,
      registered_on: day,
      office: year < 1995 ? '江北县民政局' : '渝北区民政局',
    };
  }
  return {
    certificate_no: `${event === 'MARRIAGE' ? 'J' : 'L'}500112-${year}-${serial}`,
    registered_on: day,
    office: '渝北区婚姻登记处',
  };
}
