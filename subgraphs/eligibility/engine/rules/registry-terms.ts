import type { RegistryName } from '../facts/facts';

/** What each registry is called in a finding. */
export const registryTerms: Readonly<Record<RegistryName, string>> = {
  vehicles: '机动车',
  realEstate: '不动产登记',
  providentFund: '住房公积金',
  presaleContracts: '商品房预售合同',
  marriages: '婚姻登记',
  deaths: '死亡登记',
  assistanceRolls: '救助台账',
  residents: '户籍',
  businesses: '市场主体登记',
  socialInsurance: '社会保险',
  taxes: '纳税申报收入',
  enrolments: '学籍',
  publicRentals: '公租房',
  housingWorks: '房屋安全和征收补偿',
};
