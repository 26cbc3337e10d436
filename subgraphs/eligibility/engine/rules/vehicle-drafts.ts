import type { Household } from '../household/household';
import type { Person } from '../household/person';
import type { ParameterName } from '../policy/parameters';
import { vehiclesOf, type JudgedVehicle, type VehicleCode } from '../property/vehicles';
import type { Draft } from './rule';

/** The figures by which vehicles are told apart. */
export const vehicleParameters = [
  'exemptVehicleTypes',
  'livelihoodVehicleTypes',
  'exemptVehicleValue',
  'valuedVehicleTypes',
] as const satisfies readonly ParameterName[];

/** One draft a vehicle that falls under the rule. */
export function vehicleDrafts(household: Household, code: VehicleCode, why: string): readonly Draft[] {
  return household.owners.flatMap((owner) =>
    vehiclesOf(household, owner)
      .filter((vehicle) => vehicle.code === code)
      .map((vehicle) => draft(household, owner, vehicle, why)),
  );
}

function draft(household: Household, owner: Person, { record }: JudgedVehicle, why: string): Draft {
  return {
    person: owner,
    message: `${owner.name}名下有机动车${record.plateNumber}（车辆类型${record.vehicleType}）：${why}。`,
    evidence: household.records.cite('vehicles', [record]),
    restsOn: [...household.livesOf([owner]), ...household.answersOf([owner], 'vehicles')],
    cites: vehicleParameters,
  };
}
