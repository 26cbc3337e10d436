import type { CalendarDate } from '../../../schema/values/calendar-date';
import { dayBefore, yearOf } from '../calendar';
import type { Application } from '../application';
import type { Person } from '../families/person';
import type { Random } from '../random';

export interface Title {
  readonly owner: Person;
  readonly status: 'CURRENT' | 'HISTORIC';
  readonly registeredOn: CalendarDate;
  readonly endedOn?: CalendarDate;
}

/** A real-estate unit (不动产单元) with the titles to it that the registry holds. */
export interface Home {
  /** Its number among the household's homes, from 1. */
  readonly ordinal: number;
  readonly unit: string;
  readonly location: string;
  readonly usage: 'RESIDENTIAL' | 'COMMERCIAL' | 'PARKING';
  /** In square metres. */
  readonly floorArea: number;
  readonly coOwnership: 'SOLE' | 'JOINT' | 'BY_SHARES';
  /** Of each owner, in percent. */
  readonly share?: number;
  readonly isMortgaged: boolean;
  /** The grade that the title states. */
  readonly dangerGrade?: string;
  /** The grade that an appraisal of the house found: whoever appraised it, told no land registry. */
  readonly appraisedGrade?: string;
  readonly titles: readonly Title[];
}

type Plan = Pick<Home, 'location'> & {
  readonly owners: readonly Person[];
  readonly division?: string;
} & Partial<Omit<Home, 'titles' | 'ordinal' | 'unit' | 'location'>>;

/** A home of the given owners, whose title is from 2 to 20 years old, where the plan does not say otherwise. */
export function homeOf(application: Application, ordinal: number, plan: Plan, random: Random): Home {
  const { owners, division, ...home } = plan;
  const { appliedOn, residence } = application;
  const registeredOn = dayBefore(appliedOn, 20 * 365, 2 * 365, youngest(owners), random);
  const [least, most] = residence === 'URBAN' ? [38, 95] : [60, 140];
  return {
    ordinal,
    unit: unitNumberFor(application, ordinal, division),
    usage: 'RESIDENTIAL',
    floorArea: random.between(least * 100, most * 100) / 100,
    coOwnership: 'SOLE',
    isMortgaged: random.chance(0.08),
    titles: owners.map((owner) => ({ owner, status: 'CURRENT', registeredOn })),
    ...home,
  };
}

function youngest(people: readonly Person[]): Person {
  return people.reduce((a, b) => (b.birthDate > a.birthDate ? b : a));
}

/** The same home after its sale: the old titles have ended, and the buyer has the current one. */
export function sold(home: Home, buyer: Person, soldOn: CalendarDate): Home {
  return {
    ...home,
    isMortgaged: false,
    titles: [
      ...home.titles.map((title) => ({ ...title, status: 'HISTORIC', endedOn: soldOn }) as const),
      { owner: buyer, status: 'CURRENT', registeredOn: soldOn },
    ],
  };
}

/** Old certificates are of the housing bureau, newer ones of the unified registration. */
export function certificateNumber({ index }: Application, home: Home, title: Title): string {
  const year = yearOf(title.registeredOn);
  const number = String(index * 100 + home.ordinal * 10 + home.titles.indexOf(title)).padStart(9, '0');
  return year < 2015 ? `201房地证${year}字第${number}号` : `渝（${year}）渝北区不动产权第${number}号`;
}

/** State land in town (GB), a homestead of the village's land in the country (JC). */
function unitNumberFor({ index, residence }: Application, ordinal: number, division = '500112'): string {
  const area = String(1 + (index % 40)).padStart(3, '0');
  const parcel = String(1 + (index % 9000)).padStart(5, '0');
  const right = residence === 'URBAN' ? 'GB' : 'JC';
  return `${division}${area}001${right}${parcel}F${String(index).padStart(6, '0')}${String(ordinal).padStart(2, '0')}`;
}
