/**
 * Whether a name can be a key of an ordinary object without meaning something else: a client may call a field
 * `constructor` or `__proto__`, and what is asked by such names is left to Apollo's executor.
 */
export function isPlainName(name: string): boolean {
  return !(name in Object.prototype);
}
