import type { Report } from '../report';

/** What the page calls a person whom the document names by pseudonym; the household where it names none. */
export type NameOf = (person: string | null) => string;

export function namesIn({ members, obligors }: Report): NameOf {
  const names = new Map([...members, ...obligors].map(({ id, name }) => [id, name]));
  return (person) => (person === null ? '家庭' : (names.get(person) ?? '（名单外人员）'));
}
