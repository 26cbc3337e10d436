import type { Role } from './roles';

/** Who asks, as an access token proved it. */
export interface Principal {
  readonly subject: string;
  readonly role: Role;
  readonly scopes: ReadonlySet<string>;
  /** The divisions whose households the caller may see; absent where it may see all. */
  readonly divisions?: readonly string[] | undefined;
}
