import type { Case, Standing } from '../case';
import { planIn, type OfficeDay } from '../office';

interface WithPeople extends Standing {
  readonly people: readonly {
    readonly person: { readonly id: string };
    readonly role: 'MEMBER' | 'OBLIGOR';
    readonly mustAuthorise: boolean;
  }[];
}

/**
 * The application is taken up, and everybody signs: for minors their guardians, and somebody for a member of whose death
 * the family has not told. Obligors sign where nobody is verified without them.
 */
export async function takeUp(whom: Case, day: OfficeDay): Promise<void> {
  await whom.accept();
  const { people } = await whom.look<WithPeople>();
  const { serial } = whom.household.application;
  const authorisations = people
    .filter(({ role, mustAuthorise }) => role === 'MEMBER' || mustAuthorise)
    .map(({ person }, index) => ({
      number: `SQS-${serial}-${index + 1}`,
      personId: person.id,
      signedOn: day.today,
    }));
  await whom.step(whom.caseworker, 'RecordAuthorisations', { authorisations });
}

/** The check centre is commissioned. What comes of it is looked at later in the day. */
export async function commission(whom: Case, day: OfficeDay): Promise<void> {
  await whom.step({ subject: 'assistance', role: 'assistance' }, 'StartVerification');
  planIn(day, 0, 'LOOK', whom);
}
