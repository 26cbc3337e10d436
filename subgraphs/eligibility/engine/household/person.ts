import type { CalendarDate } from '../../../../schema/values/calendar-date';
import type { Evidence } from '../assessment';
import type { Facts } from '../facts/facts';
import { ageOn } from './calendar';
import type { Records } from './records';

/** `unknown`: nothing says that the person died, and a registry that could say it did not answer. */
export type Life = 'living' | 'unknown' | 'dead';

type Declared = Facts['members'][number] | Facts['obligors'][number];

/** Somebody whom an assessment is about, as declared, with what the registries say of their life. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: 'member' | 'obligor';
  readonly declared: Declared;
  readonly residenceDivision: string | null;
  /** Full years on the day of assessment. */
  readonly age: number;
  readonly life: Life;
  /** The rows that tell of the person's death, those of a stale registry too. */
  readonly deathRows: readonly Evidence[];
}

/** A person of the facts, on a day. */
export function personOf(
  declared: Declared,
  role: Person['role'],
  records: Records,
  on: CalendarDate,
): Person {
  const id = declared.person;
  return {
    id,
    name: declared.declaredName,
    role,
    declared,
    residenceDivision: 'residenceDivision' in declared ? declared.residenceDivision : null,
    age: ageOn(declared.birthDate, on),
    life: lifeOf(id, records),
    deathRows: [
      ...records.cite('deaths', records.of('deaths', id)),
      ...records.cite('residents', deathsInResidents(id, records)),
    ],
  };
}

/** Stale rows make nobody dead: they lift no bar (RULES.md, principle 4). */
function lifeOf(id: string, records: Records): Life {
  const deathsAnswered = records.isAnswered('deaths', id);
  const residentsAnswered = records.isAnswered('residents', id);
  if (deathsAnswered && records.of('deaths', id).length > 0) return 'dead';
  if (residentsAnswered && deathsInResidents(id, records).length > 0) return 'dead';
  return deathsAnswered && residentsAnswered ? 'living' : 'unknown';
}

function deathsInResidents(id: string, records: Records) {
  return records.of('residents', id).filter(({ status }) => status === 'CANCELLED_BY_DEATH');
}
