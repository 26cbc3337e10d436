import type { Verification } from './report';

/** What a verification went through, for people. */
export function describe({ chains, entries, heads, witnessed, uncovered, unreadable }: Verification): string {
  const count = (many: number, one: string) => `${many.toLocaleString('en')} ${one}${many === 1 ? '' : 's'}`;
  return [
    `${count(chains, 'chain')}, ${count(entries, 'entry').replace('entrys', 'entries')}`,
    `${count(heads, 'signed head')} in the database, ${witnessed.toLocaleString('en')} in the witness file`,
    ...uncovered.map(({ chain, from, to }) =>
      from === to
        ? `not yet covered by a signed head: chain ${chain}, entry ${from}`
        : `not yet covered by a signed head: chain ${chain}, entries ${from} to ${to}`,
    ),
    ...(unreadable > 0 ? [`lines of the witness file that cannot be read: ${unreadable}`] : []),
  ].join('\n');
}
