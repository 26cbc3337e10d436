import { formatYuan } from '../../../schema/values/yuan';
import type { Application } from '../application';
import { dayBefore } from '../calendar';
import { vehicleOf } from '../circumstances/vehicle';
import { vehicleKinds } from '../circumstances/vehicle-kinds';
import { exchangeFile } from './exchange-file';
import { holder } from './holder';

const areas = 'ABCDFGHN';
/** Plates have neither I nor O. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const numbers = 10_000;

/** 机动车登记 */
export const vehicles = exchangeFile('vehicles', {
  recordIds: 'JD',
  columns: [
    'owner_id_number',
    'owner_name',
    'plate_no',
    'plate_type',
    'vehicle_type',
    'brand_model',
    'use_nature',
    'first_registered_on',
    'status_flags',
    'disability_adapted',
    'assessed_value',
  ],
  rows: ({ application, subjects, random }) => {
    const draws = random('vehicles');
    return subjects.flatMap((citizen) => {
      const vehicle = vehicleOf(citizen, application, draws);
      if (!vehicle) return [];
      const { type, plate } = vehicleKinds[vehicle.kind];
      const [owner_id_number, owner_name] = holder(citizen, 'vehicles');
      const { appliedOn } = application;
      return [
        {
          owner_id_number,
          owner_name,
          plate_no: plateNumber(application, citizen.ordinal),
          plate_type: plate,
          vehicle_type: type,
          brand_model: vehicle.model,
          use_nature: type.startsWith('H') || type.startsWith('B') ? 'F' : 'A',
          first_registered_on: dayBefore(appliedOn, 12 * 365, 60, citizen, draws),
          status_flags: vehicle.flags,
          disability_adapted: String(vehicle.isAdapted),
          assessed_value: vehicle.value && formatYuan(vehicle.value),
        },
      ];
    });
  },
});

/** 渝, the letter of an area, a letter and four digits: another for each person of the district. */
function plateNumber({ index }: Application, ordinal: number): string {
  const serial = index * 12 + (ordinal % 12);
  const area = areas.charAt(serial % areas.length);
  const rest = Math.floor(serial / areas.length);
  return `渝${area}${letters.charAt(rest % letters.length)}${String(Math.floor(rest / letters.length) % numbers).padStart(4, '0')}`;
}
