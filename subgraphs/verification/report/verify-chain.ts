import type { JWTVerifyGetKey } from 'jose';
import type { SealedReport } from './report';
import { verifyReport } from './verify-report';

/**
 * Verifies all versions of one verification's report, oldest first: each by itself, and that version follows version
 * without a gap, each naming the digest of the one before, and none issued before it. All that is wrong is told.
 */
export async function verifyChain(
  texts: readonly string[],
  keys: JWTVerifyGetKey,
): Promise<readonly string[]> {
  const verified = await Promise.all(texts.map((text) => verifyReport(text, keys)));
  const sealed = verified.map((one) => one.sealed).filter((one) => one !== null);
  return [
    ...(texts.length === 0 ? ['there is no version'] : []),
    ...verified.flatMap(({ problems }, index) =>
      problems.map((problem) => `version ${index + 1}: ${problem}`),
    ),
    ...(sealed.length === texts.length ? chainProblems(sealed) : []),
  ];
}

/** What is wrong between versions that each hold by themselves. */
export function chainProblems(versions: readonly SealedReport[]): readonly string[] {
  return versions.flatMap((version, index) => [
    ...(version.report.version === index + 1
      ? []
      : [`version ${index + 1} is missing: there is version ${version.report.version} in its place`]),
    ...(index === 0 ? [] : linkProblems(versions[index - 1] as SealedReport, version)),
  ]);
}

function linkProblems({ report: before, seal }: SealedReport, { report }: SealedReport): readonly string[] {
  const which = `version ${report.version}`;
  return [
    ...(report.verificationId === before.verificationId ? [] : [`${which} is of another verification`]),
    ...(report.previousDigest === seal.digest ? [] : [`${which} names another report as the one before`]),
    ...(Date.parse(report.issuedAt) >= Date.parse(before.issuedAt)
      ? []
      : [`${which} was issued before the version that it follows`]),
  ];
}
