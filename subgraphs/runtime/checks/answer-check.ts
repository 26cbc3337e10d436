import { LRUCache } from 'lru-cache';
import { formatInstant } from '../../../schema/values/instant';
import { sameName } from '../../../schema/values/person-name';
import { worstOf, type CheckStatus } from '../../../schema/values/check-status';
import type { Registry } from '../registry/registry';
import type { Row } from '../registry/stored-column';
import type { RegistryAnswer } from './registry-answer';
import type { CheckSubject } from './subject';

/** A subject and what the registry said of it; null where it was not asked for want of an authorisation. */
export interface SubjectAnswer {
  readonly subject: CheckSubject;
  readonly answer: RegistryAnswer | null;
}

/** What one registry says of one household, before its rows become records. */
export interface CheckAnswer {
  readonly status: CheckStatus;
  readonly asOf: string | null;
  readonly subjects: readonly { readonly person: { readonly id: string }; readonly status: CheckStatus }[];
  /** The rows that may be shown, each once. */
  readonly rows: readonly Row[];
}

/** What of a registry decides how its answers count. */
export type RegistryTerms = Pick<Registry, 'key' | 'reach' | 'refreshHours'>;

/**
 * Turns what a registry said of each subject into one check: see CheckStatus for what each status means.
 * Where several hold for a person, the worst does. A row that names any subject of the household otherwise
 * than it is named is withheld from all.
 */
export function answerCheck(
  registry: RegistryTerms,
  subjects: readonly SubjectAnswer[],
  now: Date,
): CheckAnswer {
  const judged = subjects.map((subject) => judge(registry, subject, now));
  return {
    status: worstOf(judged.map(({ status }) => status)),
    asOf: oldestOf(subjects),
    subjects: judged.map(({ personId, status }) => ({ person: { id: personId }, status })),
    rows: shownRows(registry, judged),
  };
}

/** The rows of all subjects, each once, without those that name any of them otherwise. */
function shownRows(registry: RegistryTerms, judged: readonly Judgement[]): readonly Row[] {
  const matches = judged.flatMap((judgement) => judgement.matches);
  const conflicts = judged.flatMap((judgement) => judgement.conflicts);
  if (matches.length === 0 || (matches.length === 1 && conflicts.length === 0)) return matches;
  const conflicting = new Set(conflicts.map((row) => keyOf(registry, row)));
  const rows = new Map<string, Row>();
  for (const row of matches) {
    const key = keyOf(registry, row);
    if (!conflicting.has(key)) rows.set(key, row);
  }
  return [...rows.values()];
}

function oldestOf(subjects: readonly SubjectAnswer[]): string | null {
  let oldest = Number.POSITIVE_INFINITY;
  for (const { answer } of subjects) if (answer?.kind === 'answered') oldest = Math.min(oldest, answer.asOf);
  return Number.isFinite(oldest) ? written(oldest) : null;
}

/** Instants as they are written; all households of a page have the few of the registries' last deliveries. */
const instants = new LRUCache<number, string>({ max: 100 });

function written(instant: number): string {
  const text = instants.get(instant) ?? formatInstant(new Date(instant));
  instants.set(instant, text);
  return text;
}

interface Judgement {
  readonly personId: string;
  readonly status: CheckStatus;
  readonly matches: readonly Row[];
  readonly conflicts: readonly Row[];
}

function judge(registry: RegistryTerms, { subject, answer }: SubjectAnswer, now: Date): Judgement {
  const { personId } = subject;
  if (answer === null) return { personId, status: 'UNAUTHORISED', matches: none, conflicts: none };
  if (answer.kind === 'silent') return { personId, status: 'UNAVAILABLE', matches: none, conflicts: none };
  const matches: Row[] = [];
  const conflicts: Row[] = [];
  for (const { row, name } of answer.rows) (isNameOf(subject, name) ? matches : conflicts).push(row);
  const stale = now.getTime() - answer.asOf > registry.refreshHours * 3_600_000;
  const statuses: CheckStatus[] = [answer.rows.length > 0 ? 'FOUND' : noRows(registry, subject)];
  if (stale) statuses.push('STALE');
  if (conflicts.length > 0) statuses.push('IDENTITY_CONFLICT');
  return { personId, status: worstOf(statuses), matches, conflicts };
}

const none: readonly Row[] = [];

function isNameOf(subject: CheckSubject, name: string): boolean {
  return sameName(name, subject.name) || (subject.formerName !== null && sameName(name, subject.formerName));
}

/** All of Chongqing's division codes begin with 50 (GB/T 2260). */
const cityPrefix = '50';

/** Of a person registered elsewhere, a registry of the city alone cannot tell that there is nothing. */
function noRows(registry: RegistryTerms, { divisionCode }: CheckSubject): CheckStatus {
  const elsewhere = divisionCode !== null && !divisionCode.startsWith(cityPrefix);
  return registry.reach === 'city' && elsewhere ? 'NOT_COVERED' : 'NO_RECORD';
}

function keyOf(registry: RegistryTerms, row: Row): string {
  const [column = '', ...more] = registry.key;
  // One column is nearly always enough.
  return more.length === 0 ? String(row[column]) : JSON.stringify(registry.key.map((one) => row[one]));
}
