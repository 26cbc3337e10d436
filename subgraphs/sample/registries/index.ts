import { assistanceRolls } from './assistance-rolls';
import { authorisations } from './authorisations';
import { businessRoles } from './business-roles';
import { businesses } from './businesses';
import { deaths } from './deaths';
import { enrolments } from './enrolments';
import type { ExchangeFile } from './exchange-file';
import { households } from './households';
import { housingWorks } from './housing-works';
import { marriages } from './marriages';
import { members } from './members';
import { presaleContracts } from './presale-contracts';
import { providentFund } from './provident-fund';
import { publicRentals } from './public-rentals';
import { realEstate } from './real-estate';
import { resettlements } from './resettlements';
import { residents } from './residents';
import { socialInsurance } from './social-insurance';
import { socialInsuranceBenefits } from './social-insurance-benefits';
import { taxIncomes } from './tax-incomes';
import { vehicles } from './vehicles';

/** The exchange files of a whole district. */
export const exchangeFiles: readonly ExchangeFile[] = [
  households,
  members,
  authorisations,
  marriages,
  deaths,
  assistanceRolls,
  residents,
  vehicles,
  businesses,
  businessRoles,
  realEstate,
  providentFund,
  socialInsurance,
  socialInsuranceBenefits,
  taxIncomes,
  presaleContracts,
  publicRentals,
  housingWorks,
  resettlements,
  enrolments,
];
