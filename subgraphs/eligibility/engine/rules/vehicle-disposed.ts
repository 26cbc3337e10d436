import type { Rule } from './rule';
import { vehicleDrafts, vehicleParameters } from './vehicle-drafts';

export const vehicleDisposed: Rule = {
  code: 'VEHICLE_DISPOSED',
  when: 'a vehicle has status flag B or E: it is not owned any more',
  parameters: vehicleParameters,
  ofMeans: true,
  find: (household) => vehicleDrafts(household, 'VEHICLE_DISPOSED', '已转出或注销'),
};
