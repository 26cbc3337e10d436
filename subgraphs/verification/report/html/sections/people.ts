import type { Report } from '../../report';
import { abilityTerms, basisTerms, identityTerms, sourceTerm } from '../chinese';
import { html, type Html } from '../html';
import type { NameOf } from '../names';
import { section, table } from '../table';
import { dayText } from '../times';

/** Who belongs to the household, and the conclusion on those who have to support it. */
export function peopleSection({ members, obligors }: Report): Html {
  return section(
    '三、家庭成员和法定义务人',
    table(
      [
        ['姓名', 14],
        ['身份证件号码', 24],
        ['出生日期', 18],
        ['计入家庭的依据', 24],
        ['身份核对', 20],
      ],
      members.map(({ name, maskedIdNumber, birthDate, basis, identity }) => [
        ...[name, maskedIdNumber, dayText(birthDate), basisTerms[basis], identityTerms[identity]],
      ]),
      '无。',
    ),
    html`<h3>家庭外的法定义务人</h3>`,
    table(
      [
        ['姓名', 24],
        ['身份证件号码', 36],
        ['履行义务能力', 40],
      ],
      obligors.map(({ name, maskedIdNumber, ability }) => [name, maskedIdNumber, abilityTerms[ability]]),
      '未列法定义务人。',
    ),
  );
}

/** By whose signature registries were asked, and about what. */
export function authorisationSection({ authorisations, application }: Report, nameOf: NameOf): Html {
  return section(
    '四、授权',
    html`<p>以下授权用于${application.programChinese}的家庭经济状况核对。</p>`,
    table(
      [
        ['授权人', 12],
        ['授权书编号', 20],
        ['签署日期', 16],
        ['有效期', 16],
        ['据此查询的信息', 36],
      ],
      authorisations.map(({ person, number, signedOn, validUntil, withdrawnOn, registries }) => [
        nameOf(person),
        number,
        dayText(signedOn),
        withdrawnOn === null
          ? validUntil === null
            ? '救助期间'
            : `至${dayText(validUntil)}`
          : `已于${dayText(withdrawnOn)}撤回`,
        registries.length === 0 ? '未查询' : registries.map(sourceTerm).join('、'),
      ]),
      '无授权，未查询。',
    ),
  );
}
