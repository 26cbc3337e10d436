import { choice, code, count, division, personName, text, yuan } from '../../runtime/registry/columns';
import { person } from '../../runtime/registry/person-column';
import { defineRegistry } from '../../runtime/registry/registry';
import { households } from './households';

/** 家庭成员 and 法定义务人: the people of an application, as the family declared them. */
export const members = defineRegistry({
  name: 'members',
  chinese: '家庭成员',
  tier: 'municipal',
  key: ['householdId', 'person'],
  indices: [['person'], ['declaredName']],
  references: [{ column: 'household_id', registry: households }],
  columns: {
    householdId: text('household_id', '家庭编号', { max: 40 }),
    person: person('id_number', '公民身份号码', { keeps: ['masked', 'birthDate'] }),
    declaredName: personName('name', '姓名'),
    formerName: personName('former_name', '曾用名', { optional: true }),
    role: choice('role', '成员类型', { 家庭成员: 'MEMBER', 法定义务人: 'OBLIGOR' }),
    relation: code('relation', '与申请人关系', {
      form: /^\d{2}$/,
      expected: 'a GB/T 4761 code of two digits, such as 01 for the applicant',
    }),
    basis: choice('basis', '认定依据', {
      申请人: 'APPLICANT',
      配偶: 'SPOUSE',
      未成年子女: 'MINOR_CHILD',
      不能独立生活的成年子女: 'DEPENDENT_ADULT_CHILD',
      在校就读的成年子女: 'DEPENDENT_STUDENT',
      共同生活的法定义务人: 'CO_RESIDENT_OBLIGOR',
      法定义务人: 'LEGAL_OBLIGOR',
    }),
    wages: yuan('declared_wages', '申报月工资收入', { optional: true, aliases: ['申报月工资'] }),
    business: yuan('declared_business', '申报月经营收入', { optional: true, aliases: ['申报经营收入'] }),
    property: yuan('declared_property', '申报月财产收入', { optional: true, aliases: ['申报财产收入'] }),
    transfer: yuan('declared_transfer', '申报月转移收入', { optional: true, aliases: ['申报转移收入'] }),
    disabilityGrade: count('disability_grade', '残疾等级', { optional: true, min: 1, max: 4 }),
    disabilityKind: choice(
      'disability_kind',
      '残疾类别',
      {
        视力: 'VISUAL',
        听力: 'HEARING',
        言语: 'SPEECH',
        肢体: 'PHYSICAL',
        智力: 'INTELLECTUAL',
        精神: 'MENTAL',
        多重: 'MULTIPLE',
      },
      { optional: true },
    ),
    residenceDivision: division('residence_division', '户籍所在地区划', { optional: true }),
  },
});
