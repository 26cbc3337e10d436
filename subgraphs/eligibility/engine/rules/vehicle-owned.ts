import type { Rule } from './rule';
import { vehicleDrafts, vehicleParameters } from './vehicle-drafts';

export const vehicleOwned: Rule = {
  code: 'VEHICLE_OWNED',
  when: 'a member owns any other motor vehicle',
  parameters: vehicleParameters,
  ofMeans: true,
  find: (household) => vehicleDrafts(household, 'VEHICLE_OWNED', '不属于可豁免的车辆'),
};
