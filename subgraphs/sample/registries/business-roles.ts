import { creditCodeOfBusiness } from './businesses';
import { exchangeFile } from './exchange-file';
import { holder } from './holder';

/** 市场主体的任职与出资 */
export const businessRoles = exchangeFile('business_roles', {
  recordIds: 'RZ',
  columns: ['credit_code', 'id_number', 'name', 'role', 'share_percent'],
  rows: ({ application, subjects }) =>
    subjects.flatMap((citizen) => {
      const [id_number, name] = holder(citizen, 'businesses');
      return citizen.businesses.flatMap(({ roles, register }, nth) =>
        roles.map(({ role, share }) => ({
          credit_code: creditCodeOfBusiness(application, citizen, nth, register),
          id_number,
          name,
          role,
          share_percent: share,
        })),
      );
    }),
});
