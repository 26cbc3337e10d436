import { home } from '../support/eligibility/engine-households.cjs';

/** Rows of the applicant, as the graph sends them. */

const ofApplicant = { person: { id: 'applicant' } };
export const pension = {
  recordId: 'pension',
  ...ofApplicant,
  kind: 'PENSION',
  monthlyAmount: '600.00',
  basicPart: null,
  month: '2018-05',
};
export const insured = {
  recordId: 'insured',
  ...ofApplicant,
  status: 'ACTIVE',
  payerType: 'EMPLOYER',
  base: '300.00',
  paidThrough: '2018-05',
};
export const fund = {
  recordId: 'fund',
  ...ofApplicant,
  employerRatePercent: 5,
  ownRatePercent: 5,
  monthlyDeposit: '30.00',
  paidThrough: '2018-05',
  accountStatus: 'NORMAL',
};
export const drawing = (program: string) => ({
  recordId: 'roll',
  ...ofApplicant,
  householdId: 'H2',
  program,
  status: 'DRAWING',
  from: '2016-06-01',
  to: null,
});
export const fees = {
  recordId: 'school',
  ...ofApplicant,
  stage: 'PRIMARY',
  schoolKind: 'PRIVATE',
  fullTime: true,
  status: 'ENROLLED',
  annualFees: '6552.00',
};
export const divorce = {
  recordId: 'divorce',
  event: 'DIVORCE',
  registeredOn: '2018-03-01',
  parties: [ofBoth()],
};
export const contract = {
  recordId: 'contract',
  buyer: { id: 'applicant' },
  signedOn: '2017-03-01',
  revokedOn: null,
};
export const demolition = {
  recordId: 'demolition',
  ...ofApplicant,
  kind: 'DEMOLITION_COMPENSATION',
  location: '某路 9 号',
  dangerGrade: null,
};
export const lease = {
  recordId: 'lease',
  tenant: { id: 'applicant' },
  leaseFrom: '2017-01-01',
  leaseTo: null,
};
export const ended = home('ended', '1', { status: 'HISTORIC', endedOn: '2018-03-01' });

function ofBoth() {
  return { ...ofApplicant, inHousehold: true, deceased: false };
}
