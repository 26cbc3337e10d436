import type { CalendarDate } from '../../../schema/values/calendar-date';
import { addDays, dayBefore } from '../calendar';
import type { Person } from '../families/person';
import { familyBook } from '../places/registration';
import { district } from '../places/streets';
import type { Random } from '../random';
import { exchangeFile } from './exchange-file';

/** How long the register may take to hear of a death. */
const mostDelay = 300;

/** 户籍登记: everyone has an entry; who moved away has the one that they left as well. */
export const residents = exchangeFile('residents', {
  recordIds: 'HJ',
  columns: [
    'id_number',
    'name',
    'former_name',
    'sex',
    'household_book_no',
    'relation_to_head',
    'residence',
    'registered_address',
    'division_code',
    'status',
    'moved_in_on',
    'cancelled_on',
  ],
  rows: ({ application, people, random }) => {
    const draws = random('residents');
    return people.flatMap((person) => {
      const { registration, relationToHead } = person;
      const isAway = person.place === 'OBLIGOR' && !registration.division.startsWith(district);
      const movedOn = isAway ? dayBefore(application.appliedOn, 25 * 365, 400, person, draws) : undefined;
      const entry = {
        ...persona(person),
        ...place(registration),
        relation_to_head: relationToHead,
        moved_in_on: movedOn,
        ...statusOf(person, application.date, draws),
      };
      if (!movedOn || !draws.chance(0.5)) return [entry];
      const left = { status: 'MOVED_OUT', moved_in_on: undefined, cancelled_on: movedOn };
      return [
        entry,
        { ...entry, ...place(familyBook(application)), relation_to_head: person.relation, ...left },
      ];
    });
  },
});

function persona({ idNumber, name, formerName, sex }: Person) {
  return { id_number: idNumber, name, former_name: formerName, sex };
}

function place({ book, residence, address, division }: Person['registration']) {
  return { household_book_no: book, residence, registered_address: address, division_code: division };
}

/** The register hears of a death late, at times not yet. */
function statusOf({ diedOn, trap }: Person, date: CalendarDate, random: Random) {
  if (!diedOn) return { status: 'ACTIVE' };
  const delay = trap === 'DEATH_IN_RESIDENTS_ONLY' ? 5 : random.between(30, mostDelay);
  const cancelled_on = addDays(diedOn, delay);
  // A member who died is still ACTIVE: nobody has told.
  const isKnown = cancelled_on <= date && trap !== 'DECEASED_MEMBER' && trap !== 'DECEASED_DRAWING';
  return isKnown ? { status: 'CANCELLED_BY_DEATH', cancelled_on } : { status: 'ACTIVE' };
}
