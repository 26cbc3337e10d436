import { headTerms } from '../../../../eligibility/engine/income/head-terms';
import type { PropertyCount, Report } from '../../report';
import { propertyTerms, sourceTerm } from '../chinese';
import { html, type Html } from '../html';
import type { NameOf } from '../names';
import { lines, pairs, section, table } from '../table';

/** What was declared, against what was found. */
export function declaredSection({ declared, members }: Report, nameOf: NameOf): Html {
  return section(
    '六、申报与核对比对',
    table(
      [
        ['成员', 20],
        ['收入类别', 20],
        ['申报（元／月）', 20],
        ['核对显示（元／月）', 20],
        ['差额（元）', 20],
      ],
      declared.income.map(({ person, head, declared: said, indicated, difference }) => [
        ...[nameOf(person), headTerms[head], said, indicated, difference],
      ]),
      '本次不比对收入。',
    ),
    html`<h3>户籍和财产</h3>`,
    table(
      [
        ['成员', 20],
        ['申报户籍', 20],
        ['登记户籍', 20],
        ['登记的财产', 40],
      ],
      members.map(({ id }) => {
        const residence = declared.residence.find(({ person }) => person === id);
        const property = declared.property.filter(({ person }) => person === id);
        return [
          nameOf(id),
          residence?.declared ?? '未申报',
          foundText(residence?.found ?? null),
          lines(property.map(countText)),
        ];
      }),
      '无。',
    ),
    pairs([
      ['申报金融资产', amountText(declared.financialAssets)],
      ['申报刚性支出', amountText(declared.rigidSpending)],
    ]),
    html`<p class="hint">金融资产仅有家庭申报，未接入银行、证券、保险信息。</p>`,
  );
}

/** Income under the four heads, with each source's word. */
export function incomeSection({ income }: Report, nameOf: NameOf): Html {
  return section(
    '七、家庭收入',
    pairs([
      ...income.heads.map(({ head, monthly }) => [headTerms[head], `${monthly}元／月`] as const),
      ['申报合计', `${income.declaredMonthly}元／月`],
      ['核对合计', `${income.assessedMonthly}元／月`],
      ['人均', `${income.perCapitaMonthly}元／月`],
      [
        '对照标准',
        income.monthlyStandard === null ? '本类救助不对照标准' : `${income.monthlyStandard}元／人·月`,
      ],
    ]),
    table(
      [
        ['成员', 14],
        ['收入类别', 18],
        ['元／月', 14],
        ['计入', 8],
        ['来源', 16],
        ['说明', 30],
      ],
      income.items.map(({ person, head, monthly, counted, source, recordId, reason }) => [
        ...[nameOf(person), headTerms[head], monthly, counted ? '是' : '否', sourceTerm(source)],
        lines([reason, recordId === null ? null : `记录号 ${recordId}`]),
      ]),
      '本次不计算收入。',
    ),
  );
}

function foundText(found: readonly string[] | null): string {
  if (found === null) return '未能核对';
  return found.length === 0 ? '无有效登记' : found.join('、');
}

function countText({ kind, count }: PropertyCount): string {
  const [name, unit] = propertyTerms[kind];
  return `${name}：${count === null ? '未能核对' : `${count}${unit}`}`;
}

function amountText(amount: string | null): string {
  return amount === null ? '未申报' : `${amount}元`;
}
