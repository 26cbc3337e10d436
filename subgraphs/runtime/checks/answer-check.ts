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
  const told = subjects.map((subject) => judge(registry, subject, now));
  return {
    status: worstOf(told.map(({ status }) => status)),
    asOf: oldestOf(subjects),
    subjects: told,
    rows: subjects.every(hasNoRows) ? [] : shownRows(registry, subjects),
  };
}

function hasNoRows({ answer }: SubjectAnswer): boolean {
  return answer?.kind !== 'answered' || answer.rows.length === 0;
}

/** The rows of all subjects, each once, without those that name any of them otherwise. */
function shownRows(registry: RegistryTerms, subjects: readonly SubjectAnswer[]): readonly Row[] {
  const matches = new Map<string, Row>();
  const conflicting = new Set<string>();
  for (const { subject, answer } of subjects) {
    if (answer?.kind !== 'answered') continue;
    for (const { row, name } of answer.rows) {
      const key = keyOf(registry, row);
      if (!isNameOf(subject, name)) conflicting.add(key);
      else if (!matches.has(key)) matches.set(key, row);
    }
  }
  for (const key of conflicting) matches.delete(key);
  return [...matches.values()];
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

/** What the registry says of one subject. */
function judge(
  registry: RegistryTerms,
  { subject, answer }: SubjectAnswer,
  now: Date,
): CheckAnswer['subjects'][number] {
  const person = { id: subject.personId };
  if (answer === null) return { person, status: 'UNAUTHORISED' };
  if (answer.kind === 'silent') return { person, status: 'UNAVAILABLE' };
  let status: CheckStatus = answer.rows.length > 0 ? 'FOUND' : noRows(registry, subject);
  if (now.getTime() - answer.asOf > registry.refreshHours * 3_600_000) status = worstOf([status, 'STALE']);
  if (answer.rows.some(({ name }) => !isNameOf(subject, name))) {
    status = worstOf([status, 'IDENTITY_CONFLICT']);
  }
  return { person, status };
}

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
