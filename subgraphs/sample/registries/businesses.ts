import { formatYuan } from '../../../schema/values/yuan';
import type { Application } from '../application';
import { addDays, dayBefore } from '../calendar';
import type { BusinessForm } from '../circumstances/business';
import type { Citizen } from '../circumstances/citizen';
import { creditCodeFor } from '../circumstances/credit-code-for';
import { employerCount, employers } from '../circumstances/employers';
import { yuan, yuanBetween } from '../money';
import type { Random } from '../random';
import { exchangeFile } from './exchange-file';

/** More people than any household has, and as many businesses as one of them. */
const peopleAtMost = 32;
const businessesAtMost = 2;

const capital: Readonly<Record<BusinessForm['entityType'], readonly [number, number]>> = {
  COMPANY: [100_000, 1_000_000],
  INDIVIDUAL: [5000, 50_000],
  PARTNERSHIP: [50_000, 300_000],
  SOLE_PROPRIETORSHIP: [20_000, 200_000],
  COOPERATIVE: [100_000, 800_000],
};

const names: Readonly<Record<BusinessForm['entityType'], readonly string[]>> = {
  COMPANY: ['信息技术有限公司', '装饰工程有限公司', '贸易有限公司'],
  INDIVIDUAL: ['小吃店', '副食店', '理发店', '蔬菜摊', '五金店'],
  PARTNERSHIP: ['货运部(普通合伙)', '设计工作室(普通合伙)'],
  SOLE_PROPRIETORSHIP: ['加工厂', '养殖场'],
  COOPERATIVE: ['柑橘种植专业合作社', '花椒种植专业合作社'],
};

/** 市场主体: the employers of the district, then what people of the households have a part in. */
export const businesses = exchangeFile('businesses', {
  columns: [
    'credit_code',
    'name',
    'entity_type',
    'scope',
    'address',
    'registered_capital',
    'established_on',
    'status',
    'deregistered_on',
    'employees',
  ],
  opening: () =>
    employers.map(({ name, creditCode, scope }, at) => ({
      credit_code: creditCode,
      name,
      entity_type: 'COMPANY',
      scope,
      address: `渝北区样例工业园 ${at + 1} 号`,
      registered_capital: formatYuan(yuan(1_000_000)),
      established_on: '2005-03-01',
      status: 'ACTIVE',
      employees: 20 + at,
    })),
  rows: ({ application, subjects, random }) => {
    const draws = random('businesses');
    return subjects.flatMap((citizen) =>
      citizen.businesses.map((form, nth) => row(citizen, form, nth, application, draws)),
    );
  },
});

function row(
  citizen: Citizen,
  { entityType, register, status }: BusinessForm,
  nth: number,
  application: Application,
  random: Random,
) {
  const { appliedOn, street, serial } = application;
  const isDeregistered = status === 'DEREGISTERED' || status === 'REVOKED_AND_DEREGISTERED';
  const name = random.pick(names[entityType]);
  return {
    credit_code: creditCodeOfBusiness(application, citizen, nth, register),
    name: `渝北区${street.name}样例 ${serial}-${citizen.ordinal}-${nth + 1} ${name}`,
    entity_type: entityType,
    scope: name,
    address: application.address,
    registered_capital: formatYuan(yuanBetween(random, ...capital[entityType], 5000)),
    established_on: dayBefore(appliedOn, 10 * 365, 900, citizen, random),
    status,
    deregistered_on: isDeregistered ? addDays(appliedOn, -random.between(30, 800)) : undefined,
    employees: entityType === 'INDIVIDUAL' ? random.between(0, 2) : random.between(0, 12),
  };
}

/** The code of one of the businesses that a person of a household has a part in. */
export function creditCodeOfBusiness(
  { index }: Application,
  { ordinal }: Citizen,
  nth: number,
  register: BusinessForm['register'],
): string {
  const person = index * peopleAtMost + ordinal;
  return creditCodeFor(register, employerCount + person * businessesAtMost + nth);
}
