/** A person whom a registry is asked about, as civil affairs names it to every department. */
export interface CheckSubject {
  readonly personId: string;
  readonly name: string;
  readonly formerName: string | null;
  readonly role: 'MEMBER' | 'OBLIGOR';
  readonly divisionCode: string | null;
  readonly authorised: boolean;
}

/** A person as a gateway hands them on: some leave out what is null. */
export type ArrivedSubject = Omit<CheckSubject, Nullable> & {
  readonly [name in Nullable]?: CheckSubject[name] | undefined;
};
type Nullable = 'formerName' | 'divisionCode';

/** The person whole. */
export function arrived(subject: ArrivedSubject): CheckSubject {
  const { formerName = null, divisionCode = null } = subject;
  const isWhole = formerName === subject.formerName && divisionCode === subject.divisionCode;
  return isWhole ? (subject as CheckSubject) : { ...subject, formerName, divisionCode };
}
