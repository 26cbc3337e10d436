/**
 * What went wrong, by its code or name, an error of the graph by its code: what else an error says may hold what somebody
 * declared, or an address.
 */
export function errorName(error: unknown): string {
  const { code, name, extensions } = (error ?? {}) as Readonly<Record<string, unknown>>;
  const told = (extensions as { readonly code?: unknown } | undefined)?.code;
  return [told, code, name].find((word) => typeof word === 'string') ?? 'unknown';
}
