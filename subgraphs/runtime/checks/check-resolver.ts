import { inBatches } from '../execution/batch-resolver';
import type { Reference, Registry } from '../registry/registry';
import type { Row } from '../registry/stored-column';
import type { DepartmentContext } from '../serve/department-context';
import { jointAnswer, type Feed } from './joint-answer';
import type { Answers } from './look-up-loader';
import { rowsReferredTo } from './rows-referred-to';
import { arrived, type ArrivedSubject, type CheckSubject } from './subject';

/** What a check's field hangs on: the household's subjects, from civil affairs or by `@requires`. */
export interface CheckParent {
  readonly subjects: readonly ArrivedSubject[] | (() => Promise<readonly CheckSubject[]>);
}

export interface CheckOptions {
  /** The registry may be asked about people who gave no authorisation: see registries of the bureau itself. */
  readonly withoutAuthorisation?: boolean;
  /** Makes a record of a row, where more than the registry's own columns is needed. */
  readonly record?: (row: Row, subjects: readonly CheckSubject[], context: DepartmentContext) => unknown;
  /** Further registries that are asked about the same persons, by the fields in which their records stand. */
  readonly beside?: Readonly<Record<string, Registry>>;
  /** Registries that complete the rows of this one, which refer to theirs; `record` puts them together. */
  readonly completedBy?: readonly Reference[];
}

/** A registry, and how it is asked about people. */
interface Source {
  readonly registry: Registry;
  readonly ask: (personIds: readonly string[], context: DepartmentContext) => Promise<Answers>;
}

/**
 * Resolves the field of one registry, or of several that answer together, on assets or registrations. The people of all
 * households of an operation are asked about together. Nobody is asked about without an authorisation, unless the
 * registry is the bureau's own.
 */
export function check(registry: Registry, options: CheckOptions = {}) {
  const { withoutAuthorisation = false, beside = {}, completedBy = [] } = options;
  const record = options.record ?? ((row: Row) => registry.record(row));
  const fields = Object.entries(beside);
  const sources = [
    ...[registry, ...Object.values(beside)].map(ownSource),
    ...completedBy.map((reference) => sourceReferredTo(registry, reference)),
  ];
  const isAsked = ({ authorised }: CheckSubject) => authorised || withoutAuthorisation;
  const shown = (subjects: readonly CheckSubject[], feeds: readonly Feed[], context: DepartmentContext) => {
    const { status, asOf, subjects: told, rows } = jointAnswer(feeds, context.now);
    const records = rows[0]?.map((row) => record(row, subjects, context));
    const answer: Record<string, unknown> = { status, asOf, subjects: told, records };
    fields.forEach(([field, other], index) => {
      answer[field] = rows[index + 1]?.map((row) => other.record(row));
    });
    return answer;
  };
  return inBatches(async (parents: readonly CheckParent[], _args: unknown, context: DepartmentContext) => {
    const households = await Promise.all(parents.map(async (parent) => subjectsOf(parent)));
    const asked = new Set(households.flatMap((subjects) => subjects.filter(isAsked).map(personIdOf)));
    const answers = await Promise.all(sources.map(({ ask }) => ask([...asked], context)));
    return households.map((subjects) => {
      const feeds = sources.map(({ registry: of }, index) => ({
        registry: of,
        subjects: subjects.map((subject) => ({
          subject,
          answer: isAsked(subject) ? (answers[index]?.(subject.personId) ?? null) : null,
        })),
      }));
      return shown(subjects, feeds, context);
    });
  });
}

function subjectsOf({ subjects }: CheckParent): readonly CheckSubject[] | Promise<readonly CheckSubject[]> {
  return typeof subjects === 'function' ? subjects() : subjects.map(arrived);
}

function personIdOf({ personId }: CheckSubject): string {
  return personId;
}

function ownSource(registry: Registry): Source {
  return { registry, ask: (personIds, context) => context.lookUp(registry).loadAll(personIds) };
}

function sourceReferredTo(from: Registry, reference: Reference): Source {
  return {
    registry: reference.registry,
    ask: async (personIds, context) =>
      rowsReferredTo(reference, personIds, await context.lookUp(from).loadAll(personIds), context),
  };
}
