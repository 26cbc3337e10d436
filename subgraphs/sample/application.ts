import type { CalendarDate } from '../../schema/values/calendar-date';
import { addDays, yearOf } from './calendar';
import { causes } from './families/causes';
import { programs, type Program } from './families/programs';
import { addressIn, streetOf, type Residence, type Street } from './places/streets';
import { seededRandom } from './random';
import type { SampleOptions } from './sample-options';

const shares = Object.entries(programs).map(
  ([name, { households }]) => [name as Program, households] as const,
);

/** What a household applied for, and where it lives. */
export interface Application {
  readonly index: number;
  /** The household's number in the district, six digits from 000001. */
  readonly serial: string;
  readonly householdId: string;
  readonly number: string;
  readonly program: Program;
  readonly appliedOn: CalendarDate;
  /** The day for which the registries' data is true. */
  readonly date: CalendarDate;
  readonly street: Street;
  readonly address: string;
  readonly residence: Residence;
  readonly cause: string;
  /** How large its incomes are: who lives of the allowance has little, others less little. */
  readonly means: 'POOR' | 'MODEST';
  /** Whether its people have names of two parts. */
  readonly dottedNames: boolean;
}

/** The application of the household with an index from 0, whatever else the district holds. */
export function applicationOf(
  { seed, date, asOfApplication = false }: SampleOptions,
  index: number,
): Application {
  const random = seededRandom(seed, index, 'application');
  const serial = String(index + 1).padStart(6, '0');
  const program = random.weighted(shares);
  const appliedOn = addDays(date, -random.between(1, 180));
  const residence = random.chance(programs[program].urban) ? 'URBAN' : 'RURAL';
  const street = streetOf(residence, random);
  return {
    index,
    serial,
    householdId: `YB-${yearOf(appliedOn)}-${serial}`,
    number: `SQ-${appliedOn.replaceAll('-', '')}-${serial}`,
    program,
    appliedOn,
    date: asOfApplication ? appliedOn : date,
    street,
    address: addressIn(street, random),
    residence,
    cause: random.pick(causes[program]),
    means: programs[program].means,
    dottedNames: random.chance(0.015),
  };
}
