import { catalogueError } from '../../../schema/wire/catalogue-error';
import type { Finding } from '../../eligibility/engine/assessment';
import type { Office } from '../office';
import type { FindingReference } from '../process/event';
import { findingIdOf } from '../process/finding-id';
import { isJudgeable } from '../process/judgeable';
import { assessedNow } from './advance';
import type { Standing } from './make-step';

/** A finding with what its id is made of. */
export interface StandingFinding {
  readonly finding: Finding;
  readonly reference: FindingReference;
}

/**
 * A finding of a verification as it stands. Throws FINDING_NOT_FOUND where there is none of that id, and FINDING_NOT_OPEN
 * where nobody can settle it but the registry, or nothing follows from it.
 */
export async function standingFinding(
  office: Office,
  { verification, session }: Standing,
  findingId: string,
): Promise<StandingFinding> {
  const { assessment } = await assessedNow(office, session, verification);
  const finding = assessment.findings.find((one) => findingIdOf(one) === findingId);
  if (!finding) throw catalogueError('FINDING_NOT_FOUND');
  if (!isJudgeable(finding) || finding.effect === 'NOTE') throw catalogueError('FINDING_NOT_OPEN');
  const { code, person, evidence } = finding;
  const recordIds = evidence.map(({ recordId }) => recordId);
  return { finding, reference: { id: findingId, code, person, recordIds } };
}
