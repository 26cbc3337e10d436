import DataLoader from 'dataloader';
import type { DepartmentContext } from '../../runtime/serve/department-context';
import { isCompiled } from '../process/is-compiled';
import type { Verification } from '../process/verification';
import { alertsOfVerifications, type Alert } from '../store/alerts';
import { readAttempts, type KeptAttempt } from '../store/attempts';
import { placesFor, readVerifications } from '../store/read-verification';
import { readReports, type StoredReport } from '../store/reports';
import { assessed } from '../take/assessed';
import type { Office } from '../office';

type Kept = Omit<StoredReport, 'marks'>;

/** What the fields of an operation read of many verifications, each with one statement. */
export interface Loaders {
  readonly verifications: DataLoader<string, Verification | null>;
  readonly ofHouseholds: DataLoader<string, readonly Verification[]>;
  readonly attempts: DataLoader<string, readonly KeptAttempt[]>;
  readonly reports: DataLoader<string, readonly Kept[]>;
  readonly alerts: DataLoader<string, readonly Alert[]>;
}

/** The loaders of an operation. */
export type LoadersOf = (context: DepartmentContext) => Loaders;

export function loadersBy({ select }: Pick<Office, 'select'>): LoadersOf {
  const make = () => makeLoaders(select);
  return (context) => context.once(make);
}

function makeLoaders(select: Office['select']): Loaders {
  return {
    verifications: new DataLoader(async (ids) => {
      const found = new Map((await readVerifications(select, ids)).map((one) => [one.id, one]));
      return ids.map((id) => found.get(id) ?? null);
    }),
    ofHouseholds: new DataLoader(async (householdIds) => verificationsOfHouseholds(select, householdIds)),
    attempts: new DataLoader(async (ids) => {
      const attempts = await readAttempts(select, ids);
      return ids.map((id) => attempts.get(id) ?? []);
    }),
    reports: new DataLoader(async (ids) => {
      const all = await readReports(select, ids);
      return ids.map((id) => all.filter(({ verificationId }) => verificationId === id));
    }),
    alerts: new DataLoader(async (ids) => {
      const all = await alertsOfVerifications(select, ids);
      return ids.map((id) => all.filter(({ verificationId }) => verificationId === id));
    }),
  };
}

/** Newest first. */
async function verificationsOfHouseholds(
  select: Office['select'],
  householdIds: readonly string[],
): Promise<readonly (readonly Verification[])[]> {
  const rows = await select(
    `SELECT id FROM verifications WHERE household_id IN (${placesFor(householdIds)}) ORDER BY accepted_at DESC, id DESC`,
    householdIds,
  );
  const all = await readVerifications(
    select,
    rows.map(({ id }) => String(id)),
  );
  return householdIds.map((id) => all.filter(({ application }) => application.householdId === id));
}

/** What the rules make of a verification's answers; null before they are together. */
export async function assessmentOf({ policies }: Office, verification: Verification, { attempts }: Loaders) {
  if (!isCompiled(verification)) return null;
  return assessed(verification, await attempts.load(verification.id), policies).assessment;
}
