import { worstOf } from '../../../schema/values/check-status';
import { answerCheck, type CheckAnswer, type RegistryTerms, type SubjectAnswer } from './answer-check';
import { silent } from './registry-answer';

/** One of the registries that feed a check, and what it said of each subject, in the household's order. */
export interface Feed {
  readonly registry: RegistryTerms;
  readonly subjects: readonly SubjectAnswer[];
}

/** A check as its feeds make it together. */
export interface JointAnswer extends Omit<CheckAnswer, 'rows'> {
  /** The rows that may be shown, feed by feed. */
  readonly rows: readonly CheckAnswer['rows'][];
}

/**
 * Makes one check of the registries that feed it. It is as old as the oldest of them, and a person's status is
 * the worst that any of them gives. Half an answer is none: of a person about whom one feed is silent, nothing
 * is shown of the others.
 */
export function jointAnswer(feeds: readonly Feed[], now: Date): JointAnswer {
  const [only, ...more] = feeds;
  if (only && more.length === 0) {
    const { status, asOf, subjects, rows } = answerCheck(only.registry, only.subjects, now);
    return { status, asOf, subjects, rows: [rows] };
  }
  const checks = withoutHalves(feeds).map(({ registry, subjects }) => answerCheck(registry, subjects, now));
  const subjects = feeds[0]?.subjects ?? [];
  return {
    status: worstOf(checks.map(({ status }) => status)),
    asOf: oldest(checks),
    subjects: subjects.map(({ subject: { personId } }, index) => ({
      person: { id: personId },
      status: worstOf(checks.flatMap((check) => check.subjects[index]?.status ?? [])),
    })),
    rows: checks.map(({ rows }) => rows),
  };
}

function withoutHalves(feeds: readonly Feed[]): readonly Feed[] {
  const isSilentAbout = (index: number) =>
    feeds.some(({ subjects }) => subjects[index]?.answer?.kind === 'silent');
  return feeds.map(({ registry, subjects }) => ({
    registry,
    subjects: subjects.map((of, index) => (isSilentAbout(index) ? { ...of, answer: silent } : of)),
  }));
}

function oldest(checks: readonly CheckAnswer[]): string | null {
  const instants = checks.flatMap(({ asOf }) => asOf ?? []);
  return instants.sort((a, b) => Date.parse(a) - Date.parse(b))[0] ?? null;
}
