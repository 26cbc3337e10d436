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
  const conflicting = new Set(
    judged.flatMap(({ conflicts }) => conflicts.map((row) => keyOf(registry, row))),
  );
  const rows = new Map<string, Row>();
  for (const row of judged.flatMap(({ matches }) => matches)) {
    const key = keyOf(registry, row);
    if (!conflicting.has(key)) rows.set(key, row);
  }
  const instants = subjects.flatMap(({ answer }) => (answer?.kind === 'answered' ? [answer.asOf] : []));
  return {
    status: worstOf(judged.map(({ status }) => status)),
    asOf: instants.length > 0 ? formatInstant(new Date(Math.min(...instants))) : null,
    subjects: judged.map(({ personId, status }) => ({ person: { id: personId }, status })),
    rows: [...rows.values()],
  };
}

interface Judgement {
  readonly personId: string;
  readonly status: CheckStatus;
  readonly matches: readonly Row[];
  readonly conflicts: readonly Row[];
}

function judge(registry: RegistryTerms, { subject, answer }: SubjectAnswer, now: Date): Judgement {
  const { personId } = subject;
  if (answer === null) return { personId, status: 'UNAUTHORISED', matches: [], conflicts: [] };
  if (answer.kind === 'silent') return { personId, status: 'UNAVAILABLE', matches: [], conflicts: [] };
  const matches = answer.rows.filter(({ name }) => isNameOf(subject, name)).map(({ row }) => row);
  const conflicts = answer.rows.filter(({ name }) => !isNameOf(subject, name)).map(({ row }) => row);
  const stale = now.getTime() - answer.asOf > registry.refreshHours * 3_600_000;
  const statuses: CheckStatus[] = [answer.rows.length > 0 ? 'FOUND' : noRows(registry, subject)];
  if (stale) statuses.push('STALE');
  if (conflicts.length > 0) statuses.push('IDENTITY_CONFLICT');
  return { personId, status: worstOf(statuses), matches, conflicts };
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
  return JSON.stringify(registry.key.map((column) => row[column]));
}
