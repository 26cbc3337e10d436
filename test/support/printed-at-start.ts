import type { Running } from './processes';

/** The tokens that the start of a gateway prints, by role. */
export function printedTokens({ stdout }: Running): ReadonlyMap<string, string> {
  const lines = stdout().matchAll(/^ {2}([a-z]+) +(eyJ\S+)$/gm);
  return new Map([...lines].map(([, role = '', token = '']) => [role, token]));
}

/** The body of the question that it prints as a curl command. */
export function printedQuestion({ stdout }: Running): string {
  return /-d '(.*)'$/m.exec(stdout())?.[1] ?? '';
}

/** The headers of that command, but for the token, which a shell puts in. */
export function printedHeaders({ stdout }: Running): Readonly<Record<string, string>> {
  const headers = stdout().matchAll(/ -H '([^:']+): ([^']*)'/g);
  return Object.fromEntries([...headers].map(([, name = '', value = '']) => [name, value]));
}
