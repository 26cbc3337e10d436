import type { Evidence } from '../assessment';
import type { Answer, Household } from '../household/household';
import type { Person } from '../household/person';
import { certainOf, personIncome } from '../income/person-income';
import { dividedBy } from '../income/source';
import { businessesOf } from '../property/businesses';
import { homesOf } from '../property/homes';
import { appraisals } from '../property/housing';
import { vehiclesOf } from '../property/vehicles';

/** Something by which an obligor can support the applicant. */
export interface Ground {
  /** In Chinese. */
  readonly why: string;
  readonly evidence: readonly Evidence[];
  readonly restsOn: readonly Answer[];
  readonly isUncertain: boolean;
}

/** Obligors as hardship support sees them: those outside the household, and members other than the applicant. */
export function judgedObligors({ applicant, counted, obligors }: Household): readonly Person[] {
  if (!applicant) return [];
  return [
    ...counted.filter((person) => person !== applicant),
    ...obligors.filter(({ life }) => life !== 'dead'),
  ];
}

/** Every ground on which an obligor is able, whatever their age. */
export function groundsOf(household: Household, obligor: Person): readonly Ground[] {
  return [
    ...vehicles(household, obligor),
    ...businesses(household, obligor),
    ...homes(household, obligor),
    ...wages(household, obligor),
  ];
}

function vehicles(household: Household, obligor: Person): readonly Ground[] {
  const owned = vehiclesOf(household, obligor).filter(({ code }) => code === 'VEHICLE_OWNED');
  if (owned.length === 0) return [];
  return [
    {
      why: '有机动车',
      evidence: household.records.cite(
        'vehicles',
        owned.map(({ record }) => record),
      ),
      restsOn: household.answersOf([obligor], 'vehicles'),
      isUncertain: false,
    },
  ];
}

function businesses(household: Household, obligor: Person): readonly Ground[] {
  const ties = businessesOf(household, obligor).filter(
    ({ code }) => code === 'BUSINESS_REGISTERED' || code === 'BUSINESS_INDIVIDUAL',
  );
  if (ties.length === 0) return [];
  return [
    {
      why: '有存续的企业或个体工商户',
      evidence: household.records.cite(
        'businesses',
        ties.flatMap(({ roles }) => roles),
      ),
      restsOn: household.answersOf([obligor], 'businesses'),
      isUncertain: false,
    },
  ];
}

function homes(household: Household, obligor: Person): readonly Ground[] {
  const appraised = [obligor, ...household.counted.filter((member) => member !== obligor)];
  const counted = homesOf(household, [obligor], appraised);
  if (counted.length < 2) return [];
  return [
    {
      why: `有住房${counted.length}套`,
      evidence: household.records.cite(
        'realEstate',
        counted.flatMap(({ titles }) => titles),
      ),
      restsOn: [
        ...household.answersOf([obligor], 'realEstate'),
        ...household.answersOf(appraised, ...appraisals(household)),
      ],
      isUncertain: false,
    },
  ];
}

function wages(household: Household, obligor: Person): readonly Ground[] {
  const least = dividedBy(household.standard * household.parameter('obligorWagePercent'), 100);
  return personIncome(household, obligor)
    .filter(({ head, indicated }) => head === 'WAGES' && indicated.amount >= least)
    .map((wages) => ({
      why: `月工资性收入达到标准的${household.parameter('obligorWagePercent') / 100}倍`,
      evidence: wages.indicated.evidence,
      restsOn: [],
      isUncertain: certainOf(wages, 'indicated') < least,
    }));
}
