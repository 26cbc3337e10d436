import { adultNotStudent } from './adult-not-student';
import { businessDormant } from './business-dormant';
import { businessHistoric } from './business-historic';
import { businessIndividual } from './business-individual';
import { businessRegistered } from './business-registered';
import { businessRoleMinor } from './business-role-minor';
import { checkUnanswered } from './check-unanswered';
import { duplicateApplication } from './duplicate-application';
import { duplicateBenefit } from './duplicate-benefit';
import { financialAssetsAboveLimit } from './financial-assets-above-limit';
import { financialAssetsDeclaredOnly } from './financial-assets-declared-only';
import { hasWorkCapacity } from './has-work-capacity';
import { homeTransferred } from './home-transferred';
import { homesAboveLimit } from './homes-above-limit';
import { homesSeveral } from './homes-several';
import { housingAdequate } from './housing-adequate';
import { incomeAboveStandard } from './income-above-standard';
import { incomeIndicatedAboveStandard } from './income-indicated-above-standard';
import { incomeMismatch } from './income-mismatch';
import { jointOwnership } from './joint-ownership';
import { livelihoodAboveLimit } from './livelihood-above-limit';
import { medicalNeedsReview } from './medical-needs-review';
import { meetsByRoll } from './meets-by-roll';
import { memberDeceased } from './member-deceased';
import { memberOutOfArea } from './member-out-of-area';
import { notOnRoll } from './not-on-roll';
import { obligorAble } from './obligor-able';
import { obligorToReview } from './obligor-to-review';
import { presalePurchase } from './presale-purchase';
import { presaleResettled } from './presale-resettled';
import { publicRentalHeld } from './public-rental-held';
import { purposeMismatch } from './purpose-mismatch';
import { recentDivorce } from './recent-divorce';
import { reliefClass } from './relief-class';
import { rigidSpendingBelowThreshold } from './rigid-spending-below-threshold';
import { rigidSpendingUndeclared } from './rigid-spending-undeclared';
import { schoolFeesAboveLimit } from './school-fees-above-limit';
import { shopOwned } from './shop-owned';
import { standardBackdated } from './standard-backdated';
import { undeclaredEmployment } from './undeclared-employment';
import { unlistedSpouse } from './unlisted-spouse';
import { vehicleDisposed } from './vehicle-disposed';
import { vehicleExempt } from './vehicle-exempt';
import { vehicleOwned } from './vehicle-owned';
import { vehicleReview } from './vehicle-review';
import type { Rule } from './rule';
import { ruleCodes, type RuleCode } from './rule-code';

const byCode: Readonly<Record<RuleCode, Rule>> = {
  PURPOSE_MISMATCH: purposeMismatch,
  CHECK_UNANSWERED: checkUnanswered,
  MEMBER_DECEASED: memberDeceased,
  UNLISTED_SPOUSE: unlistedSpouse,
  RECENT_DIVORCE: recentDivorce,
  DUPLICATE_BENEFIT: duplicateBenefit,
  DUPLICATE_APPLICATION: duplicateApplication,
  MEMBER_OUT_OF_AREA: memberOutOfArea,
  STANDARD_BACKDATED: standardBackdated,
  MEETS_BY_ROLL: meetsByRoll,
  NOT_ON_ROLL: notOnRoll,
  INCOME_ABOVE_STANDARD: incomeAboveStandard,
  INCOME_INDICATED_ABOVE_STANDARD: incomeIndicatedAboveStandard,
  INCOME_MISMATCH: incomeMismatch,
  UNDECLARED_EMPLOYMENT: undeclaredEmployment,
  FINANCIAL_ASSETS_ABOVE_LIMIT: financialAssetsAboveLimit,
  FINANCIAL_ASSETS_DECLARED_ONLY: financialAssetsDeclaredOnly,
  SCHOOL_FEES_ABOVE_LIMIT: schoolFeesAboveLimit,
  ADULT_NOT_STUDENT: adultNotStudent,
  VEHICLE_OWNED: vehicleOwned,
  VEHICLE_REVIEW: vehicleReview,
  VEHICLE_EXEMPT: vehicleExempt,
  VEHICLE_DISPOSED: vehicleDisposed,
  BUSINESS_REGISTERED: businessRegistered,
  BUSINESS_ROLE_MINOR: businessRoleMinor,
  BUSINESS_INDIVIDUAL: businessIndividual,
  BUSINESS_DORMANT: businessDormant,
  BUSINESS_HISTORIC: businessHistoric,
  HOMES_ABOVE_LIMIT: homesAboveLimit,
  JOINT_OWNERSHIP: jointOwnership,
  HOMES_SEVERAL: homesSeveral,
  HOUSING_ADEQUATE: housingAdequate,
  SHOP_OWNED: shopOwned,
  HOME_TRANSFERRED: homeTransferred,
  PRESALE_PURCHASE: presalePurchase,
  PRESALE_RESETTLED: presaleResettled,
  PUBLIC_RENTAL_HELD: publicRentalHeld,
  RIGID_SPENDING_UNDECLARED: rigidSpendingUndeclared,
  RIGID_SPENDING_BELOW_THRESHOLD: rigidSpendingBelowThreshold,
  RELIEF_CLASS: reliefClass,
  MEDICAL_NEEDS_REVIEW: medicalNeedsReview,
  HAS_WORK_CAPACITY: hasWorkCapacity,
  LIVELIHOOD_ABOVE_LIMIT: livelihoodAboveLimit,
  OBLIGOR_ABLE: obligorAble,
  OBLIGOR_TO_REVIEW: obligorToReview,
};

/** Every rule, in the order in which findings are told. */
export const rules: readonly Rule[] = ruleCodes.map((code) => byCode[code]);
