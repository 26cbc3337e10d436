import { check } from './check';
import { day, flag, list, measure, month, object, oneOf, optional, reference, text, yuan } from './field';

/** What the rules read of a household's assets, registry by registry. */
export const assets = {
  vehicles: check({
    records: object({
      recordId: text,
      owner: reference,
      plateNumber: text,
      vehicleType: text,
      statusFlags: list(text),
      disabilityAdapted: flag,
      assessedValue: optional(yuan),
    }),
  }),
  realEstate: check({
    records: object({
      recordId: text,
      owner: reference,
      unitNumber: text,
      location: text,
      usage: oneOf('RESIDENTIAL', 'COMMERCIAL', 'OFFICE', 'PARKING', 'INDUSTRIAL', 'OTHER'),
      floorArea: measure,
      coOwnership: oneOf('SOLE', 'JOINT', 'BY_SHARES', 'OTHER'),
      sharePercent: optional(measure),
      status: oneOf('PROVISIONAL', 'CURRENT', 'HISTORIC', 'TERMINATED'),
      endedOn: optional(day),
      dangerGrade: optional(text),
    }),
  }),
  providentFund: check({
    records: object({
      recordId: text,
      person: reference,
      employerRatePercent: measure,
      ownRatePercent: measure,
      monthlyDeposit: yuan,
      paidThrough: optional(month),
      accountStatus: oneOf('NORMAL', 'SEALED', 'MERGED', 'TRANSFERRED_OUT', 'WITHDRAWN', 'FROZEN', 'OTHER'),
    }),
  }),
  presaleContracts: check({
    records: object({ recordId: text, buyer: reference, signedOn: day, revokedOn: optional(day) }),
  }),
};
