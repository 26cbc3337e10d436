import type { Rule } from './rule';
import { vehicleDrafts, vehicleParameters } from './vehicle-drafts';

export const vehicleReview: Rule = {
  code: 'VEHICLE_REVIEW',
  when: 'a vehicle is adapted and its owner has a disability grade, or it is stolen (C); from 2017 also a tricycle M14 that is not adapted; edition 2022: also a car (K) without an assessed value',
  parameters: vehicleParameters,
  ofMeans: true,
  find: (household) => vehicleDrafts(household, 'VEHICLE_REVIEW', '需人工核实用途、价值或去向'),
};
