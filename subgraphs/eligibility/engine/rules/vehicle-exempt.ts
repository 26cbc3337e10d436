import type { Rule } from './rule';
import { vehicleDrafts, vehicleParameters } from './vehicle-drafts';

export const vehicleExempt: Rule = {
  code: 'VEHICLE_EXEMPT',
  when: 'a vehicle is an adapted disability tricycle; from 2017 also a two-wheel motorcycle; edition 2022: also of an assessed value of at most 30,000 yuan',
  parameters: vehicleParameters,
  ofMeans: true,
  find: (household) => vehicleDrafts(household, 'VEHICLE_EXEMPT', '属于不计入财产的车辆'),
};
