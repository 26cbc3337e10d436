/** What went wrong, by its code or name: what else an error says may hold what somebody declared, or an address. */
export function errorName(error: unknown): string {
  const { code, name } = error as { readonly code?: unknown; readonly name?: unknown };
  return typeof code === 'string' ? code : typeof name === 'string' ? name : 'unknown';
}
