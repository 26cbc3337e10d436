import type { Answer, AttackedGateway } from '../../support/attacked-gateway';
import type { Someone } from '../../support/family';

/** What every text of this folder that a registry or its database may say holds; none of it may go on. */
export const password = 's3cret-of-the-registry';

/** As a driver, a proxy or a careless program would put it. */
export const upstreamText = ({ number, name }: Someone) =>
  `ER_PARSE_ERROR: SELECT * FROM members WHERE id_number = '${number}' AND name = '${name}' -- ` +
  `mysql://root:${password}@registry-7.internal:3306/civil\n    at Query.execute (/srv/app/node_modules/db.js:10:5)`;

/** What of a text nobody may see, by kind: a failing matcher must not print it. */
function leaksIn(text: string, { number, name }: Someone): readonly string[] {
  const kinds: Readonly<Record<string, boolean>> = {
    'the identity number': text.toUpperCase().includes(number.slice(0, 17)),
    'its 15-digit form': text.includes(number.slice(0, 6) + number.slice(8, 17)),
    'the name': [name, encodeURIComponent(name), JSON.stringify(name).slice(1, -1)].some((of) =>
      text.includes(of),
    ),
    SQL: /\b(SELECT|INSERT|UPDATE|DELETE) |\bwhere\b.*=/i.test(text),
    'a table': /no such table|table .*doesn't exist|\bmembers m\b/i.test(text),
    'a URL': /[a-z]:\/\//.test(text),
    'a host': /127\.0\.0\.1|localhost|\.internal\b/.test(text),
    'a stack': /\n\s+at |\\n\s+at |node_modules/.test(text),
    'a password': text.includes(password),
  };
  return Object.keys(kinds).filter((kind) => kinds[kind]);
}

/** Errors have what clients and the log need, and neither they, their headers nor the log hold anything else. */
export function expectNothingTold(
  what: string,
  { headers, text, errors }: Answer,
  { log }: AttackedGateway,
  person: Someone,
): void {
  const told = {
    answer: leaksIn(text, person),
    headers: leaksIn(JSON.stringify(headers), person),
    log: log.flatMap((line) => leaksIn(line, person)),
  };
  expect([what, told]).toEqual([what, { answer: [], headers: [], log: [] }]);
  for (const { message, extensions } of errors) {
    expect(message).toMatch(/\S/);
    expect([what, extensions]).toEqual([
      what,
      expect.objectContaining({
        code: expect.stringMatching(/^[A-Z_]+$/),
        messageZh: expect.stringMatching(/[一-龥]/),
        correlationId: headers['x-correlation-id'],
      }),
    ]);
  }
}
