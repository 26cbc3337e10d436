import type { RecordOf } from '../facts/facts';
import type { Household } from '../household/household';
import type { Person } from '../household/person';

type Vehicle = RecordOf<'vehicles'>;

/** The rule under which a vehicle falls. */
export type VehicleCode = 'VEHICLE_DISPOSED' | 'VEHICLE_EXEMPT' | 'VEHICLE_REVIEW' | 'VEHICLE_OWNED';

/** A vehicle and the one rule that it falls under. */
export interface JudgedVehicle {
  readonly code: VehicleCode;
  readonly record: Vehicle;
}

/** A person's motor vehicles in the order of their rows, each under the first rule that holds. Trailers are none. */
export function vehiclesOf(household: Household, owner: Person): readonly JudgedVehicle[] {
  return household.records
    .of('vehicles', owner.id)
    .filter(({ vehicleType }) => !/^[BG]/.test(vehicleType))
    .map((record) => ({ code: judge(household, owner, record), record }));
}

function judge(household: Household, owner: Person, vehicle: Vehicle): VehicleCode {
  if (isDisposed(vehicle)) return 'VEHICLE_DISPOSED';
  if (isExempt(household, vehicle)) return 'VEHICLE_EXEMPT';
  return isToReview(household, owner, vehicle) ? 'VEHICLE_REVIEW' : 'VEHICLE_OWNED';
}

/** B 转出, E 注销: not owned any more. */
function isDisposed({ statusFlags }: Vehicle): boolean {
  return statusFlags.includes('B') || statusFlags.includes('E');
}

function isExempt(household: Household, vehicle: Vehicle): boolean {
  const limit = household.parameter('exemptVehicleValue');
  return (
    isDisabilityTricycle(vehicle) ||
    household.parameter('exemptVehicleTypes').includes(vehicle.vehicleType) ||
    (limit !== null && vehicle.assessedValue !== null && vehicle.assessedValue <= limit)
  );
}

function isDisabilityTricycle({ vehicleType, disabilityAdapted }: Vehicle): boolean {
  return disabilityAdapted && /^M1[1-4]$/.test(vehicleType);
}

function isToReview(household: Household, owner: Person, vehicle: Vehicle): boolean {
  const { disabilityAdapted, vehicleType, statusFlags, assessedValue } = vehicle;
  return (
    (disabilityAdapted && owner.declared.disabilityGrade !== null) ||
    (!disabilityAdapted && household.parameter('livelihoodVehicleTypes').includes(vehicleType)) ||
    // C 被盗抢.
    statusFlags.includes('C') ||
    (assessedValue === null &&
      household.parameter('valuedVehicleTypes').some((letter) => vehicleType.startsWith(letter)))
  );
}
