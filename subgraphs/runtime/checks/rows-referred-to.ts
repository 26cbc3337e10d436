import type { Reference } from '../registry/registry';
import type { DepartmentContext } from '../serve/department-context';
import { silent, type FoundRow, type RegistryAnswer } from './registry-answer';

/** No row has this key: whoever refers to nothing asks by it, and learns whether the registry answers at all. */
const noKey = '';

/**
 * What a registry says of the rows to which those of an answer refer, under the names of the latter. It is
 * silent where one of them is missing: a row that cannot be told whole must not pass for none.
 */
export async function rowsReferredTo(
  { column, registry }: Reference,
  answer: RegistryAnswer,
  context: DepartmentContext,
): Promise<RegistryAnswer> {
  if (answer.kind === 'silent') return silent;
  const loader = context.lookUp(registry, column);
  const [state, ...referred] = await Promise.all([
    loader.load(noKey),
    ...answer.rows.map(({ row }) => loader.load(String(row[column]))),
  ]);
  if (state.kind === 'silent') return silent;
  const rows = referred.flatMap((of, index) => under(answer.rows[index], of));
  if (rows.length === answer.rows.length) return { ...state, rows };
  context.logger.error(
    { registry: registry.name, reason: 'a row referred to is missing' },
    'registry is silent',
  );
  return silent;
}

/** The row that was referred to; a key has at most one. */
function under(from: FoundRow | undefined, of: RegistryAnswer): readonly FoundRow[] {
  return from && of.kind === 'answered' ? of.rows.map(({ row }) => ({ row, name: from.name })) : [];
}
