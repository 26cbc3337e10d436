import type { Reference, Registry } from '../registry/registry';
import type { Row } from '../registry/stored-column';
import type { DepartmentContext } from '../serve/department-context';
import { jointAnswer, type Feed } from './joint-answer';
import type { RegistryAnswer } from './registry-answer';
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

/** A registry, and how it is asked about one person. */
interface Source {
  readonly registry: Registry;
  readonly ask: (personId: string, context: DepartmentContext) => Promise<RegistryAnswer>;
}

/** Resolves the field of one registry, or of several that answer together, on assets or registrations. */
export function check(registry: Registry, options: CheckOptions = {}) {
  const { withoutAuthorisation = false, beside = {}, completedBy = [] } = options;
  const record = options.record ?? ((row: Row) => registry.record(row));
  const fields = Object.entries(beside);
  const sources = [
    ...[registry, ...Object.values(beside)].map(ownSource),
    ...completedBy.map((reference) => sourceReferredTo(registry, reference)),
  ];
  return async (parent: CheckParent, _args: unknown, context: DepartmentContext) => {
    const subjects =
      typeof parent.subjects === 'function' ? await parent.subjects() : parent.subjects.map(arrived);
    const isAsked = (subject: CheckSubject) => subject.authorised || withoutAuthorisation;
    const feeds = await Promise.all(sources.map((source) => askAbout(source, subjects, isAsked, context)));
    const { rows, ...answer } = jointAnswer(feeds, context.now);
    const [own = [], ...others] = rows;
    return {
      ...answer,
      records: own.map((row) => record(row, subjects, context)),
      ...Object.fromEntries(
        fields.map(([field, other], index) => [field, others[index]?.map((row) => other.record(row))]),
      ),
    };
  };
}

function ownSource(registry: Registry): Source {
  return { registry, ask: (personId, context) => context.lookUp(registry).load(personId) };
}

function sourceReferredTo(from: Registry, reference: Reference): Source {
  return {
    registry: reference.registry,
    ask: async (personId, context) =>
      rowsReferredTo(reference, await context.lookUp(from).load(personId), context),
  };
}

/** Nobody is asked about without an authorisation, unless the registry is the bureau's own. */
async function askAbout(
  { registry, ask }: Source,
  subjects: readonly CheckSubject[],
  isAsked: (subject: CheckSubject) => boolean,
  context: DepartmentContext,
): Promise<Feed> {
  const answers = await Promise.all(
    subjects.map(async (subject) => ({
      subject,
      answer: isAsked(subject) ? await ask(subject.personId, context) : null,
    })),
  );
  return { registry, subjects: answers };
}
