import type { Purpose } from '../../schema/access/purposes';
import type { Resolvers } from '../runtime/define-subgraph';
import type { DepartmentContext } from '../runtime/serve/department-context';
import { soleCaller } from '../runtime/serve/callers';
import { batchFields, counted } from './answer/batch-fields';
import { loadersBy, type LoadersOf } from './answer/loaders';
import { reportFields } from './answer/report-fields';
import { searchAlerts } from './answer/search-alerts';
import { dueRechecks, searchVerifications } from './answer/search-verifications';
import { statistics, type StatisticsArguments } from './answer/statistics';
import { verificationFields } from './answer/verification-fields';
import { maySeeBatch } from './batch/may-see-batch';
import { startBatch } from './batch/start-batch';
import { steerBatch } from './batch/steer-batch';
import type { Office } from './office';
import type { Verification } from './process/verification';
import type { Alert } from './store/alerts';
import { readBatch, type BatchState } from './store/batches';
import { acceptApplication, type AcceptInput } from './take/accept-application';
import { closeVerification } from './take/close-verification';
import { closeVisits } from './take/close-visits';
import { concludeVerification } from './take/conclude-verification';
import { decideObjection } from './take/decide-objection';
import { handleAlert } from './take/handle-alert';
import { maySee } from './take/may-see';
import { notifyFamily } from './take/notify-family';
import { recordAuthorisations } from './take/record-authorisations';
import { recordFieldCheck } from './take/record-field-check';
import { recordNoObjection } from './take/record-no-objection';
import { recordObjection } from './take/record-objection';
import { startVerification } from './take/start-verification';
import { withdrawAuthorisation } from './take/withdraw-authorisation';

export function resolvers(office: Office): Resolvers {
  const loadersOf = loadersBy(office);
  return {
    Query: queries(office, loadersOf),
    Mutation: mutations(office),
    Household: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      verifications: ({ id }: { id: string }, _: unknown, context: DepartmentContext) =>
        loadersOf(context).ofHouseholds.load(id),
    },
    Verification: verificationFields(office, loadersOf),
    VerificationReport: reportFields,
    VerificationBatch: batchFields(office),
    VerificationAlert: {
      verification: ({ verificationId }: Alert, _: unknown, context: DepartmentContext) =>
        loadersOf(context).verifications.load(verificationId),
    },
  };
}

type Search = Parameters<typeof searchVerifications>[1];
type DueSearch = Parameters<typeof dueRechecks>[1];
type AlertSearch = Parameters<typeof searchAlerts>[1];

function queries(office: Office, loadersOf: LoadersOf): NonNullable<Resolvers['Query']> {
  return {
    verification: async (_: unknown, { id }: { id: string }, context: DepartmentContext) => {
      const verification = await loadersOf(context).verifications.load(id);
      return verification && isVisible(verification, context) ? verification : null;
    },
    verifications: (_: unknown, args: Search, { call }: DepartmentContext) =>
      searchVerifications(office, args, soleCaller(call)),
    verificationBatch: async (_: unknown, { id }: { id: string }, { call }: DepartmentContext) => {
      const batch = await readBatch(office.select, id);
      return batch && maySeeBatch(soleCaller(call), batch) ? counted(office, batch) : null;
    },
    dueRechecks: (_: unknown, args: DueSearch, { call }: DepartmentContext) =>
      dueRechecks(office, args, soleCaller(call)),
    verificationAlerts: (_: unknown, args: AlertSearch, { call }: DepartmentContext) =>
      searchAlerts(office, args, soleCaller(call)),
    verificationStatistics: (_: unknown, args: StatisticsArguments, { call }: DepartmentContext) =>
      statistics(office, args, soleCaller(call)),
  };
}

function isVisible({ application }: Verification, { call }: DepartmentContext): boolean {
  return maySee(soleCaller(call), application.divisionCode);
}

/** A step, or what is done with a batch or an alert, by its input and whoever asks. */
type Deed<I, R> = (office: Office, input: I, caller: ReturnType<typeof soleCaller>) => Promise<R>;

function mutations(office: Office): NonNullable<Resolvers['Mutation']> {
  const by =
    <I, R>(deed: Deed<I, R>) =>
    (_: unknown, { input }: { input: I }, { call }: DepartmentContext) =>
      deed(office, input, soleCaller(call));
  const steered = (to: BatchState) =>
    by(async (_, { batchId }: { batchId: string }, caller) =>
      counted(office, await steerBatch(office, { batchId, to }, caller)),
    );
  return {
    acceptApplication: (_: unknown, { input }: { input: AcceptInput }, { call }: DepartmentContext) =>
      acceptApplication(office, input, soleCaller(call), call.purpose ?? applying),
    recordAuthorisations: by(recordAuthorisations),
    withdrawAuthorisation: by(withdrawAuthorisation),
    startVerification: by(startVerification),
    recordFieldCheck: by(recordFieldCheck),
    issueReport: by(closeVisits),
    notifyFamily: by(notifyFamily),
    recordObjection: by(recordObjection),
    recordNoObjection: by(recordNoObjection),
    decideObjection: by(decideObjection),
    concludeVerification: by(concludeVerification),
    closeVerification: by(closeVerification),
    startVerificationBatch: by(async (_, input: Parameters<typeof startBatch>[1], caller) =>
      counted(office, await startBatch(office, input, caller)),
    ),
    pauseVerificationBatch: steered('PAUSED'),
    resumeVerificationBatch: steered('RUNNING'),
    cancelVerificationBatch: steered('CANCELLED'),
    handleAlert: by(handleAlert),
  };
}

const applying: Purpose = 'APPLICATION_REVIEW';
