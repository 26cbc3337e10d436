import type { IncomeHead } from '../assessment';

/** The four heads of income as the law calls them. */
export const headTerms: Readonly<Record<IncomeHead, string>> = {
  WAGES: '工资性收入',
  BUSINESS: '经营净收入',
  PROPERTY: '财产净收入',
  TRANSFER: '转移净收入',
};
