/** A person whom a registry is asked about, as civil affairs names it to every department. */
export interface CheckSubject {
  readonly personId: string;
  readonly name: string;
  readonly formerName: string | null;
  readonly role: 'MEMBER' | 'OBLIGOR';
  readonly divisionCode: string | null;
  readonly authorised: boolean;
}
