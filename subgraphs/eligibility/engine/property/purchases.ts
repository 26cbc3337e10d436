import type { RecordOf } from '../facts/facts';
import { isWithin, monthsBefore } from '../household/calendar';
import type { Household } from '../household/household';
import type { Person } from '../household/person';

/** A contract for a new home, with who signed it. */
export interface Purchase {
  readonly buyer: Person;
  readonly contract: RecordOf<'presaleContracts'>;
}

/** Contracts of the last years before the application that were not revoked. */
export function purchasesOf(household: Household): readonly Purchase[] {
  const from = monthsBefore(household.appliedOn, household.parameter('purchaseYears') * 12);
  return household.owners.flatMap((buyer) =>
    household.records
      .of('presaleContracts', buyer.id)
      .filter(({ signedOn, revokedOn }) => revokedOn === null && isWithin(signedOn, from, household.on))
      .map((contract) => ({ buyer, contract })),
  );
}

/** The works by which a member lost or rebuilt a home, so that a new one is no luxury; a stale registry shows none. */
export function resettlementWorks(household: Household): readonly RecordOf<'housingWorks'>[] {
  return household.counted
    .filter(({ id }) => household.records.isAnswered('housingWorks', id))
    .flatMap(({ id }) => household.records.of('housingWorks', id))
    .filter(({ kind }) => kind !== 'SAFETY_APPRAISAL');
}
