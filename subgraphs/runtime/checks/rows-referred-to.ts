import type { Reference } from '../registry/registry';
import type { DepartmentContext } from '../serve/department-context';
import type { Answers } from './look-up-loader';
import { silent, type FoundRow, type RegistryAnswer } from './registry-answer';

/** No row has this key: whoever refers to nothing asks by it, and learns whether the registry answers at all. */
const noKey = '';

/**
 * What a registry says of the rows to which those of other answers refer, by the people whom they are about and under
 * the names of the latter. It is silent where one of them is missing: a row that cannot be told whole must not pass for
 * none.
 */
export async function rowsReferredTo(
  { column, registry }: Reference,
  personIds: readonly string[],
  answers: Answers,
  context: DepartmentContext,
): Promise<Answers> {
  if (personIds.length === 0) return answers;
  const keyOf = ({ row }: FoundRow) => String(row[column]);
  const keys = personIds.flatMap((personId) => rowsIn(answers(personId)).map(keyOf));
  const referred = await context.lookUp(registry, column).loadAll([noKey, ...new Set(keys)]);
  const state = referred(noKey);
  return (personId) => {
    const answer = answers(personId);
    if (answer.kind === 'silent' || state.kind === 'silent') return silent;
    const rows = answer.rows.flatMap((from) =>
      rowsIn(referred(keyOf(from))).map(({ row }) => ({ row, name: from.name })),
    );
    if (rows.length === answer.rows.length) return { ...state, rows };
    context.logger.error(
      { registry: registry.name, reason: 'a row referred to is missing' },
      'registry is silent',
    );
    return silent;
  };
}

/** The rows of an answer; a key that was referred to has at most one. */
function rowsIn(answer: RegistryAnswer): readonly FoundRow[] {
  return answer.kind === 'answered' ? answer.rows : [];
}
