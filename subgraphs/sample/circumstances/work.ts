import type { Fen } from '../../../schema/values/yuan';
import type { Application } from '../application';
import type { Person } from '../families/person';
import { yuan, yuanBetween } from '../money';
import { isInCity } from '../places/elsewhere';
import type { Random } from '../random';
import type { Trap } from '../traps/trap-table';
import { drawEmployer, type Employer } from './employers';
import { oldShares, workShares, type Standing } from './work-shares';

/** What somebody lives by, and what every registry that hears of it has to agree on. */
export type Work =
  | {
      readonly kind: 'EMPLOYED';
      readonly employer: Employer;
      /** A month, whole hundreds of yuan: base of insurance and fund, and what the employer withholds tax from. */
      readonly wage: Fen;
      /** What employer and employee each pay into the provident fund, in percent; most employers here pay none. */
      readonly fundRate?: number;
      readonly hasEnded: boolean;
    }
  | { readonly kind: 'SELF_EMPLOYED'; readonly income: Fen }
  | { readonly kind: 'CASUAL'; readonly wage: Fen }
  | { readonly kind: 'NONE' };

const none: Work = { kind: 'NONE' };

/** Wages of employees whom a trap makes, from and to in yuan. */
const trapWages: Partial<Record<Trap, readonly [number, number]>> = {
  UNDECLARED_EMPLOYMENT: [1800, 3200],
  INCOME_UNDERSTATED: [3600, 6500],
  EMPLOYMENT_ENDED: [1800, 3200],
};

export function workOf(person: Person, application: Application, random: Random): Work {
  const ofTrap = person.trap && trapWages[person.trap];
  if (ofTrap) return employed(person, ofTrap, random);
  if (!canWork(person)) return none;
  const standing: Standing = person.place === 'OBLIGOR' ? 'OBLIGOR' : application.means;
  const { shares, wages, casual, trade } = workShares[standing];
  switch (random.weighted(person.age >= 60 ? oldShares : shares)) {
    case 'EMPLOYED':
      return employed(person, wages, random);
    case 'SELF_EMPLOYED':
      return { kind: 'SELF_EMPLOYED', income: yuanBetween(random, ...trade) };
    case 'CASUAL':
      return { kind: 'CASUAL', wage: yuanBetween(random, ...casual) };
    case 'NONE':
      return none;
  }
}

function canWork({ age, basis, diedOn, disability }: Person): boolean {
  const isDependent = basis === 'DEPENDENT_STUDENT' || basis === 'DEPENDENT_ADULT_CHILD';
  return age >= 18 && age < 65 && !isDependent && !diedOn && !disability;
}

/** The fund of the city has accounts for those alone who are registered, and so work, in it. */
function employed(person: Person, [least, most]: readonly [number, number], random: Random): Work {
  const hasFund = random.chance(0.34) && isInCity(person.registration.division);
  return {
    kind: 'EMPLOYED',
    employer: drawEmployer(random),
    wage: yuanBetween(random, least, most, 100),
    ...(hasFund ? { fundRate: random.between(5, 12) } : {}),
    hasEnded: person.trap === 'EMPLOYMENT_ENDED',
  };
}

/** What a month's work brings. */
export function earningsOf(work: Work): { readonly wages: Fen; readonly business: Fen } {
  const isPaid = work.kind === 'CASUAL' || (work.kind === 'EMPLOYED' && !work.hasEnded);
  return {
    wages: isPaid ? work.wage : yuan(0),
    business: work.kind === 'SELF_EMPLOYED' ? work.income : yuan(0),
  };
}
