import type { Fen } from '../../../schema/values/yuan';
import type { Application } from '../application';
import { yuanBetween } from '../money';
import type { Random } from '../random';
import type { Trap } from '../traps/trap-table';
import type { Citizen } from './citizen';
import { vehicleKinds, type VehicleKindName } from './vehicle-kinds';

export interface Vehicle {
  readonly kind: VehicleKindName;
  readonly model: string;
  readonly flags: string;
  readonly isAdapted: boolean;
  readonly value: Fen | undefined;
}

type Variant = Partial<Pick<Vehicle, 'flags' | 'isAdapted'>> & {
  readonly kind: VehicleKindName;
  readonly isUnvalued?: true;
};

/** What somebody owns because of the trap that they bear. */
const trapVehicles: Partial<Record<Trap, Variant>> = {
  VEHICLE_NAME_CONFLICT: { kind: 'VAN' },
  CHILD_COMPANY_AND_CAR: { kind: 'SALOON' },
  SOLD_CAR: { kind: 'SALOON', flags: 'B' },
  CANCELLED_CAR: { kind: 'OLD_CAR', flags: 'EM' },
  STOLEN_CAR: { kind: 'SALOON', flags: 'C' },
  DISABILITY_TRICYCLE: { kind: 'PASSENGER_TRICYCLE', isAdapted: true },
  CARGO_TRICYCLE: { kind: 'CARGO_TRICYCLE' },
  ADAPTED_CAR: { kind: 'SALOON', isAdapted: true },
  LOW_VALUE_CAR: { kind: 'OLD_CAR' },
  CAR_WITHOUT_VALUE: { kind: 'VAN', isUnvalued: true },
  TRAILER: { kind: 'TRAILER' },
};

/** What other owners have; a motorcycle is the poor man's car. */
const ordinary: readonly (readonly [VehicleKindName, number])[] = [
  ['SALOON', 34],
  ['OLD_CAR', 16],
  ['VAN', 12],
  ['LORRY', 4],
  ['MOTORCYCLE', 27],
  ['MOPED', 5],
  ['CARGO_TRICYCLE', 2],
];

/** Such a share of the people from 18 to 70 owns a vehicle without any trap: about 11 % of all with the traps. */
const owners = { POOR: 0.122, MODEST: 0.155, OBLIGOR: 0.17 } as const;

export function vehicleOf(citizen: Citizen, { means }: Application, random: Random): Vehicle | undefined {
  const { trap, age, basis, place } = citizen;
  if (trap === 'MOTORCYCLE') return drawn({ kind: random.chance(0.8) ? 'MOTORCYCLE' : 'MOPED' }, random);
  const variant = trap && trapVehicles[trap];
  if (variant) return drawn(variant, random);
  const isDependent = basis === 'DEPENDENT_ADULT_CHILD' || basis === 'DEPENDENT_STUDENT';
  if (age < 18 || age > 70 || isDependent) return undefined;
  if (!random.chance(owners[place === 'OBLIGOR' ? 'OBLIGOR' : means])) return undefined;
  // Overdue inspections (Q) and open fines (G) are common, and change nothing.
  const flags = random.weighted([['A', 86] as const, ['AQ', 8] as const, ['G', 6] as const]);
  return drawn({ kind: random.weighted(ordinary), flags }, random);
}

function drawn(variant: Variant, random: Random): Vehicle {
  const { kind, flags = 'A', isAdapted = false, isUnvalued } = variant;
  const { models, value } = vehicleKinds[kind];
  const [least, most]: readonly [number, number] = value;
  return {
    kind,
    model: random.pick<string>(models),
    flags,
    isAdapted,
    value: isUnvalued ? undefined : yuanBetween(random, least, most, 100),
  };
}
