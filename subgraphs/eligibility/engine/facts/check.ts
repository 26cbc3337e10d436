import { checkStatuses, worstOf, type CheckStatus } from '../../../../schema/values/check-status';
import { list, object, oneOf, optional, reference, text, type Field } from './field';

/** What one registry says of a household's people. */
export interface Check<R> {
  /** The instant that the registry's data stands for; null where it was not asked or never filled. */
  readonly asOf: string | null;
  /** By person; a person who is missing was not answered for. */
  readonly statuses: ReadonlyMap<string, CheckStatus>;
  readonly records: readonly R[];
}

const arrived = {
  asOf: optional(text),
  subjects: list(object({ person: reference, status: oneOf(...checkStatuses) })),
};

const silence = { asOf: null, statuses: new Map<string, CheckStatus>(), records: [] };

/**
 * A check, whose lists of records are named in `lists`. It is never half read: where it is missing, or anything in it
 * is of another form, the registry has said nothing of anybody (RULES.md, principle 2).
 */
export function check<L extends Readonly<Record<string, Field<unknown>>>>(lists: L): Field<CheckWith<L>> {
  const whole = object({ ...arrived, ...mapped(lists) });
  return {
    selection: whole.selection,
    read: (value) => {
      try {
        const { asOf, subjects, ...records } = whole.read(value);
        return { asOf, statuses: statusesOf(subjects, asOf), ...records } as CheckWith<L>;
      } catch {
        return {
          ...silence,
          ...Object.fromEntries(Object.keys(lists).map((name) => [name, []])),
        } as unknown as CheckWith<L>;
      }
    },
  };
}

type CheckWith<L extends Readonly<Record<string, Field<unknown>>>> = Check<
  L['records'] extends Field<infer R> ? R : never
> & { readonly [name in Exclude<keyof L, 'records'>]: L[name] extends Field<infer R> ? readonly R[] : never };

function mapped(lists: Readonly<Record<string, Field<unknown>>>) {
  return Object.fromEntries(Object.entries(lists).map(([name, record]) => [name, list(record)]));
}

type Subjects = readonly { readonly person: string; readonly status: CheckStatus }[];

/** Of somebody who is listed twice, the worst; without a time that its data stands for, no answer at all. */
function statusesOf(subjects: Subjects, asOf: string | null): ReadonlyMap<string, CheckStatus> {
  const statuses = new Map<string, CheckStatus>();
  for (const { person, status: told } of subjects) {
    const status = asOf === null && told !== 'UNAUTHORISED' ? 'UNAVAILABLE' : told;
    const known = statuses.get(person);
    statuses.set(person, known ? worstOf([known, status]) : status);
  }
  return statuses;
}
