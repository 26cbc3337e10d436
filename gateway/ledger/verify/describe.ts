import type { Verification } from './report';

/** What a verification went through, for people. */
export function describe({
  chains,
  entries,
  heads,
  witnessed,
  unwitnessed,
  unreadable,
}: Verification): string {
  const count = (many: number, one: string) => `${many.toLocaleString('en')} ${one}${many === 1 ? '' : 's'}`;
  return [
    `${count(chains, 'chain')}, ${count(entries, 'entry').replace('entrys', 'entries')}`,
    `${count(heads, 'signed head')} in the database, ${witnessed.toLocaleString('en')} in the witness file`,
    ...unwitnessed.map(
      ({ chain, from, to }) =>
        'not yet in the witness file, which alone tells of a database put back to an older state: ' +
        `chain ${chain}, ${from === to ? `entry ${from}` : `entries ${from} to ${to}`}`,
    ),
    ...(unreadable > 0 ? [`lines of the witness file that cannot be read: ${unreadable}`] : []),
  ].join('\n');
}
