import { statusTerms } from '../../content/terms';
import type { Report } from '../../report';
import { tierTerms } from '../chinese';
import { html, type Html } from '../html';
import type { NameOf } from '../names';
import { lines, section, table } from '../table';
import { instantText } from '../times';

/** How each registry answered for each member. */
export function registriesSection({ registries }: Report, nameOf: NameOf): Html {
  return section(
    '五、核对范围和答复情况',
    html`<p>只有“无记录”表示没有；未能查询、没有授权等，均不能视为“无”。</p>`,
    table(
      [
        ['层级', 8],
        ['信息', 18],
        ['数据截至', 20],
        ['查询', 18],
        ['答复', 36],
      ],
      registries.map(({ tier, chinese, asOf, attempts, lastAskedAt, statuses }) => [
        tierTerms[tier],
        chinese,
        asOf === null ? '—' : instantText(asOf),
        lines([`${attempts}次，最近`, instantText(lastAskedAt)]),
        lines(statuses.map(({ person, status }) => `${nameOf(person)}：${statusTerms[status]}`)),
      ]),
      '未查询任何信息。',
    ),
  );
}

/** What stayed without an answer. */
export function unansweredSection({ unanswered }: Report, nameOf: NameOf): Html {
  return section(
    '十、未核对事项',
    table(
      [
        ['信息', 30],
        ['人员', 30],
        ['原因', 40],
      ],
      unanswered.map(({ chinese, person, reason }) => [chinese, nameOf(person), reason]),
      '无：须核对的信息均已答复。',
    ),
  );
}
