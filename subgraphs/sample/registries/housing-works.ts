import { formatYuan } from '../../../schema/values/yuan';
import type { Application } from '../application';
import { addDays } from '../calendar';
import type { Citizen } from '../circumstances/citizen';
import type { Home } from '../circumstances/home';
import { yuanBetween } from '../money';
import { addressIn, streetOf } from '../places/streets';
import type { Random } from '../random';
import { exchangeFile } from './exchange-file';
import { holder } from './holder';

/** How many applicants in the country had a dangerous house renovated, how many anywhere lost one to a road. */
const renovated = 0.05;
const demolished = 0.01;

/** 危房改造, 房屋安全鉴定, 征收补偿 */
export const housingWorks = exchangeFile('housing_works', {
  recordIds: 'JW',
  columns: ['id_number', 'name', 'kind', 'location', 'danger_grade', 'amount', 'completed_on'],
  rows: ({ application, members, homes, random }) => {
    const draws = random('housing_works');
    return [
      ...homes.flatMap((home) => appraisals(home, application, draws)),
      ...members.flatMap((citizen) => worksOf(citizen, application, draws)),
    ];
  },
});

/** An appraisal names the house as its title does. */
function appraisals({ appraisedGrade, titles, location }: Home, { appliedOn }: Application, random: Random) {
  const owner = titles[0]?.owner;
  if (!appraisedGrade || !owner) return [];
  const completed_on = addDays(appliedOn, -random.between(60, 1000));
  return [
    { ...person(owner), kind: 'SAFETY_APPRAISAL', location, danger_grade: appraisedGrade, completed_on },
  ];
}

function worksOf(citizen: Citizen, application: Application, random: Random) {
  const isApplicant = citizen.basis === 'APPLICANT';
  const { residence, appliedOn, address } = application;
  const done = (most: number) => addDays(appliedOn, -random.between(60, most));
  if (citizen.trap === 'PRESALE_RESETTLED' || (isApplicant && random.chance(demolished))) {
    const location = addressIn(streetOf(residence, random), random);
    const amount = formatYuan(yuanBetween(random, 150_000, 600_000, 1000));
    return [
      { ...person(citizen), kind: 'DEMOLITION_COMPENSATION', location, amount, completed_on: done(1400) },
    ];
  }
  if (!isApplicant || residence !== 'RURAL' || !random.chance(renovated)) return [];
  return [
    {
      ...person(citizen),
      kind: 'DANGEROUS_HOUSE_RENOVATION',
      location: address,
      danger_grade: random.pick(['C', 'D']),
      amount: formatYuan(yuanBetween(random, 7500, 35_000, 500)),
      completed_on: done(2500),
    },
  ];
}

function person(of: Home['titles'][number]['owner']) {
  const [id_number, name] = holder(of, 'other');
  return { id_number, name };
}
