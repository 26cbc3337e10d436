import { formatInstant } from '../../../../schema/values/instant';
import { registryTerms } from '../../../eligibility/engine/rules/registry-terms';
import type { ReportedRegistry, ReportedUnanswered } from '../report';
import type { ReportSource } from '../report-source';
import { statusTerms } from './terms';

/** The registries that were asked, with how each answered for each member. */
export function registriesOf({ asked, facts, people }: ReportSource): readonly ReportedRegistry[] {
  const checks = { ...facts.assets, ...facts.registrations };
  const members = people.filter(({ role }) => role === 'MEMBER');
  return asked.map(({ registry, chinese, tier, attempts, lastAskedAt }) => {
    const { asOf, statuses } = checks[registry];
    return {
      ...{ registry, chinese, tier, attempts },
      lastAskedAt: formatInstant(lastAskedAt),
      asOf,
      statuses: members.map(({ id }) => ({ person: id, status: statuses.get(id) ?? 'UNAVAILABLE' })),
    };
  });
}

/** What the program reads and nobody answered, of obligors too. */
export function unansweredOf({ asked, assessment }: ReportSource): readonly ReportedUnanswered[] {
  return assessment.unanswered.map(({ registry, person, status }) => ({
    registry,
    chinese: asked.find((one) => one.registry === registry)?.chinese ?? registryTerms[registry],
    person,
    status,
    reason: statusTerms[status],
  }));
}
