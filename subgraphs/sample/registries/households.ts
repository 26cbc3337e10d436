import { formatYuan, type Fen } from '../../../schema/values/yuan';
import type { Application } from '../application';
import { yuan, yuanBetween } from '../money';
import type { Random } from '../random';
import type { Trap } from '../traps/trap-table';
import { exchangeFile } from './exchange-file';

/** 救助申请家庭 */
export const households = exchangeFile('households', {
  columns: [
    'household_id',
    'application_no',
    'program',
    'applied_on',
    'division_code',
    'address',
    'residence',
    'cause',
    'declared_rigid_spending',
    'declared_financial_assets',
  ],
  rows: ({ application, members, random }) => {
    const trap = members[0]?.trap;
    const draws = random('households');
    const spending = rigidSpending(application, trap, draws);
    const assets = financialAssets(trap, draws);
    return [
      {
        household_id: application.householdId,
        application_no: application.number,
        program: application.program,
        applied_on: application.appliedOn,
        division_code: application.street.code,
        address: application.address,
        residence: application.residence,
        cause: application.cause,
        declared_rigid_spending: spending && formatYuan(spending),
        declared_financial_assets: assets === undefined ? undefined : formatYuan(assets),
      },
    ];
  },
});

/** 刚性支出: what temporary and medical assistance are for. */
function rigidSpending({ program }: Application, trap: Trap | undefined, random: Random): Fen | undefined {
  if (trap === 'RIGID_SPENDING_UNDECLARED') return undefined;
  if (program === 'TEMPORARY_ASSISTANCE') return yuanBetween(random, 2000, 90_000, 100);
  return program === 'MEDICAL_ASSISTANCE' ? yuanBetween(random, 5000, 60_000, 100) : undefined;
}

function financialAssets(trap: Trap | undefined, random: Random): Fen | undefined {
  if (trap === 'FINANCIAL_ASSETS_UNDECLARED') return undefined;
  if (trap === 'FINANCIAL_ASSETS_HIGH') return yuanBetween(random, 150_000, 400_000, 1000);
  return random.chance(0.2) ? yuan(0) : yuanBetween(random, 200, 6000, 100);
}
