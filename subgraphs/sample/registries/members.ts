import { formatYuan, type Fen } from '../../../schema/values/yuan';
import type { Citizen } from '../circumstances/citizen';
import { declaredIncome } from '../circumstances/declared-income';
import { exchangeFile } from './exchange-file';

/** 家庭成员 and 法定义务人 */
export const members = exchangeFile('members', {
  columns: [
    'household_id',
    'id_number',
    'name',
    'former_name',
    'role',
    'relation',
    'basis',
    'declared_wages',
    'declared_business',
    'declared_property',
    'declared_transfer',
    'disability_grade',
    'disability_kind',
    'residence_division',
  ],
  rows: ({ application, subjects, random }) => {
    const draws = random('members');
    return subjects.map((citizen: Citizen) => {
      const declared = declaredIncome(citizen, draws);
      return {
        household_id: application.householdId,
        id_number: citizen.idNumber,
        name: citizen.name,
        former_name: citizen.formerName,
        role: citizen.place,
        relation: citizen.relation,
        basis: citizen.basis,
        declared_wages: cell(declared.wages),
        declared_business: cell(declared.business),
        declared_property: cell(declared.property),
        declared_transfer: cell(declared.transfer),
        disability_grade: citizen.disability?.grade,
        disability_kind: citizen.disability?.kind,
        residence_division: citizen.registration.division.slice(0, 6),
      };
    });
  },
});

/** Nobody writes down an income that they do not have, and an empty cell is none. */
function cell(amount: Fen): string | undefined {
  return amount > 0 ? formatYuan(amount) : undefined;
}
