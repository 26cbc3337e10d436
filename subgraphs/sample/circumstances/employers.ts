import type { CreditCode } from '../../../schema/values/credit-code';
import type { Random } from '../random';
import { creditCodeFor } from './credit-code-for';

export interface Employer {
  readonly name: string;
  readonly creditCode: CreditCode;
  readonly scope: string;
}

/** Serial numbers of businesses below this one are employers'. */
export const employerCount = 120;

const trades = [
  ['机械制造', '机械零部件制造、销售'],
  ['汽车配件', '汽车零部件加工、销售'],
  ['电子科技', '电子元件组装、销售'],
  ['商贸', '日用百货批发、零售'],
  ['物业服务', '物业管理、保洁服务'],
  ['餐饮管理', '餐饮服务'],
  ['物流', '道路货物运输、仓储'],
  ['建筑劳务', '建筑劳务分包'],
] as const;

const names = [
  '恒瑞',
  '宏达',
  '新源',
  '嘉禾',
  '博远',
  '瑞丰',
  '华景',
  '渝兴',
  '众鑫',
  '天和',
  '双凤',
  '鸿运',
  '安泰',
  '佳信',
  '联创',
];

/** The district's employers, the same in every sample. They stand in the register of businesses without owners. */
export const employers: readonly Employer[] = names.flatMap((name, nth) =>
  trades.map(([trade, scope], at) => ({
    name: `重庆${name}${trade}有限公司`,
    creditCode: creditCodeFor('91', nth * trades.length + at),
    scope,
  })),
);

export function drawEmployer(random: Random): Employer {
  return random.pick(employers);
}
