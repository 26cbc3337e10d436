const times = (count, text) => Array.from({ length: count }, (_, at) => text(at)).join(' ');
const household = (fields) => `{ household(id: "YB-2018-0001") { ${fields} } }`;
const byIds = 'query ($ids: [ID!]!) { households(ids: $ids) { id } }';

const bomb = (doublings) =>
  [
    household('...F0'),
    ...Array.from(
      { length: doublings },
      (_, at) =>
        `fragment F${at} on Household { ...F${at + 1} ... on Household { ...F${at + 1} obligors { relation } } }`,
    ),
    `fragment F${doublings} on Household { id }`,
  ].join(' ');

const ring = (count) =>
  `${household('...R0')} ${times(count, (at) => `fragment R${at} on Household { id ...R${(at + 1) % count} }`)}`;

const backAndForth = `{ searchHouseholds(first: 100) { edges { node { members { person { id } }
  registrations { taxes { records { person { id } } subjects { person { id } } }
    marriages { records { parties { person { id } } } } } assets { vehicles { records { owner { id } } } } } } } }`;

const ask = (query, variables) => ({ body: JSON.stringify({ query, variables }) });
const typed = (type) => ({ ...ask('{ __typename }'), headers: { 'content-type': type } });

/** What is sent, by name: a body, and headers beside those of a well-behaved client. */
export const attacks = {
  'a small question, as it should be asked': ask(household('id residence members { relation }')),
  '16 aliases': ask(household(times(16, (at) => `a${at}: id`))),
  '10,000 aliases': ask(household(times(10_000, (at) => `a${at}: id`))),
  '4 times one root field': ask(`{ ${times(4, (at) => `a${at}: household(id: "YB-2018-0001") { id }`)} }`),
  '2 questions in a list': { body: JSON.stringify(Array(2).fill({ query: '{ __typename }' })) },
  '100 questions in a list': { body: JSON.stringify(Array(100).fill({ query: '{ __typename }' })) },
  '24 fields deep': ask(`${'{ a '.repeat(24)}${'}'.repeat(24)}`),
  '9,000 braces': ask(`${'{a'.repeat(9_000)}${'}'.repeat(9_000)}`),
  'a ring of 50 fragments': ask(ring(50)),
  'a fragment bomb, 2^10': ask(bomb(10)),
  'a fragment bomb, 2^18': ask(bomb(18)),
  'a fragment bomb, 2^30': ask(bomb(30)),
  '1,900 times one field': ask(household('id '.repeat(1_900))),
  '450 times one list': ask(household('members { relation } '.repeat(450))),
  '50,000 times one field': ask(household('id '.repeat(50_000))),
  '10,000 known directives': ask(household(`id ${'@skip(if: false) '.repeat(10_000)}`)),
  '10,000 unknown directives': ask(household(`id ${'@unheardOf '.repeat(10_000)}`)),
  'everything of 100 households': ask(backAndForth),
  'an id of 200 kB': ask('query ($id: ID!) { household(id: $id) { id } }', { id: '9'.repeat(200_000) }),
  'an id of 200 kB in the document': ask(`{ household(id: "${'9'.repeat(200_000)}") { id } }`),
  'a name of 200 kB': ask(`{ a${'1'.repeat(200_000)} }`),
  '600 ids of 256 digits': ask(
    `{ ${times(3, (of) => `a${of}: households(ids: [${times(200, (at) => `"${of}${at}${'9'.repeat(250)}"`)}]) { assets { vehicles { status } } }`)} }`,
  ),
  '201 ids': ask(byIds, { ids: Array.from({ length: 201 }, (_, at) => `YB-${at}`) }),
  '10,000 wrong ids': ask(byIds, { ids: Array(10_000).fill({}) }),
  '200 wrong ids': ask(byIds, { ids: Array(200).fill({}) }),
  '10 wrong ids': ask(byIds, { ids: Array(10).fill({}) }),
  'JSON 20,000 deep': { body: `{"query":"{ a }","variables":${'['.repeat(20_000)}${']'.repeat(20_000)}}` },
  'a body of 45 MB': ask('a'.repeat(45_000_000)),
  'a body in UTF-16': { ...typed('application/json; charset=utf-16') },
  'a body in UTF-7': { ...typed('application/json; charset=utf-7') },
  'a form': typed('application/x-www-form-urlencoded'),
  'plain text': typed('text/plain'),
};
