import { formatYuan, type Fen } from '../../../schema/values/yuan';
import { addDays } from '../calendar';
import { exchangeFile } from './exchange-file';
import { holder } from './holder';

const termOfLease = 5 * 365;

/** Fen a square metre and month. */
const rent = 1000;

/** How many applicants in town without a home of their own rent from the city. */
const tenants = { HOUSING_ASSISTANCE: 0.12, others: 0.18 } as const;

/** 公租房 */
export const publicRentals = exchangeFile('public_rentals', {
  recordIds: 'GZF',
  columns: [
    'tenant_id_number',
    'tenant_name',
    'lease_no',
    'address',
    'floor_area',
    'monthly_rent',
    'lease_from',
    'lease_to',
  ],
  rows: ({ application, members, homes, random }) => {
    const draws = random('public_rentals');
    const [tenant] = members;
    const { program, residence, appliedOn, serial, address } = application;
    const share = program === 'HOUSING_ASSISTANCE' ? tenants.HOUSING_ASSISTANCE : tenants.others;
    if (!tenant || residence === 'RURAL' || homes.length > 0 || !draws.chance(share)) return [];
    const [tenant_id_number, tenant_name] = holder(tenant, 'other');
    const area = draws.between(30, 65);
    // Some leases have run out.
    const from = addDays(appliedOn, -draws.between(30, termOfLease + 200));
    return [
      {
        tenant_id_number,
        tenant_name,
        lease_no: `GZ-${from.slice(0, 4)}-${serial}`,
        address,
        floor_area: area,
        monthly_rent: formatYuan((area * rent) as Fen),
        lease_from: from,
        lease_to: draws.chance(0.9) ? addDays(from, termOfLease) : undefined,
      },
    ];
  },
});
