import type { Sex } from '../names/person-name';

/** GB/T 4761-2008, as far as the sample families need it. */
const codes = {
  applicant: { MALE: '01', FEMALE: '01' },
  head: { MALE: '02', FEMALE: '02' },
  spouse: { MALE: '11', FEMALE: '12' },
  child: { MALE: '20', FEMALE: '30' },
  sonsChild: { MALE: '41', FEMALE: '42' },
  daughtersChild: { MALE: '43', FEMALE: '44' },
  parent: { MALE: '51', FEMALE: '52' },
  husbandsParent: { MALE: '53', FEMALE: '54' },
  elderSibling: { MALE: '71', FEMALE: '75' },
  youngerSibling: { MALE: '73', FEMALE: '77' },
  nobody: { MALE: '99', FEMALE: '99' },
} as const;

export type Relation = keyof typeof codes;

/** The code of somebody's relation, such as 30 for a daughter. */
export function relationCode(relation: Relation, sex: Sex): string {
  return codes[relation][sex];
}
