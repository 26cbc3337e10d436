import { built } from '../built.mjs';

const { formatYuan } = built('schema/values/yuan');

const yuan = (fen) => (fen === null ? null : formatYuan(fen));
const reference = (id) => ({ id });
const list = (text) => (text === null ? [] : text.split(';').filter((item) => item !== ''));

/** Rows with what has to be written otherwise; what else stands in a row is told as it is. */
const view =
  (changed) =>
  ({ name: _, ...row }) => ({ ...row, ...changed(row) });

const ofPerson = (changed = () => ({})) =>
  view((row) => ({ person: reference(row.person), ...changed(row) }));

/** How a profile tells a row of each registry and list, by hand. */
export const views = {
  vehicles: {
    records: view((row) => ({
      owner: reference(row.owner),
      statusFlags: [...row.statusFlags],
      disabilityAdapted: row.disabilityAdapted === 1,
      assessedValue: yuan(row.assessedValue),
    })),
  },
  realEstate: {
    records: view((row) => ({ owner: reference(row.owner), encumbrances: list(row.encumbrances) })),
  },
  providentFund: {
    records: ofPerson((row) => ({
      monthlyDeposit: yuan(row.monthlyDeposit),
      base: yuan(row.base),
      balance: yuan(row.balance),
    })),
  },
  presaleContracts: { records: view((row) => ({ buyer: reference(row.buyer), price: yuan(row.price) })) },
  marriages: {
    records: ({ parties, ...row }) => ({
      ...row,
      parties: parties.map(({ person, ...party }) => ({ ...party, person: person && reference(person) })),
    }),
  },
  deaths: { records: ofPerson() },
  assistanceRolls: { records: ofPerson((row) => ({ monthlyAmount: yuan(row.monthlyAmount) })) },
  residents: { records: ofPerson() },
  businesses: {
    records: ({ recordId, person, role, sharePercent, name: _, ...business }) => ({
      recordId,
      person: reference(person),
      role,
      sharePercent,
      business: businessOf(business),
    }),
  },
  socialInsurance: {
    records: ofPerson((row) => ({ base: yuan(row.base) })),
    benefits: ofPerson((row) => ({
      monthlyAmount: yuan(row.monthlyAmount),
      basicPart: yuan(row.basicPart),
    })),
  },
  taxes: { records: ofPerson((row) => ({ income: yuan(row.income), taxPaid: yuan(row.taxPaid) })) },
  enrolments: {
    records: ofPerson((row) => ({
      fullTime: row.fullTime === 1,
      boarding: row.boarding === 1,
      annualFees: yuan(row.annualFees),
      annualAid: yuan(row.annualAid),
    })),
  },
  publicRentals: {
    records: view((row) => ({ tenant: reference(row.tenant), monthlyRent: yuan(row.monthlyRent) })),
  },
  housingWorks: { records: ofPerson((row) => ({ amount: yuan(row.amount) })) },
  resettlement: { records: ofPerson((row) => ({ annualAmount: yuan(row.annualAmount) })) },
};

function businessOf({ businessName, registeredCapital, ...business }) {
  return { ...business, name: businessName, registeredCapital: yuan(registeredCapital) };
}
