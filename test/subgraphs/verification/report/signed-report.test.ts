import * as fc from 'fast-check';
import { createLocalJWKSet } from 'jose';
import { newSigningKey, publicSet } from '../../../../schema/config/keys';
import { canonicalJson, digestOf } from '../../../../subgraphs/verification/report/canonical-json';
import type { Report, SealedReport } from '../../../../subgraphs/verification/report/report';
import { reportOf } from '../../../../subgraphs/verification/report/report-of';
import { signReport } from '../../../../subgraphs/verification/report/sign-report';
import { verifyReport } from '../../../../subgraphs/verification/report/verify-report';
import { altered, changed, pathsIn, type Json } from './altered-json';
import { objected, reportedFamily } from './reported-family';

const signer = newSigningKey().key;
const keys = createLocalJWKSet(publicSet(signer));

const family = reportedFamily({
  program: 'SPECIAL_HARDSHIP_SUPPORT',
  silences: [['marriages', 'registrations']],
  settle: (findings) => findings.slice(2, 4).map((one) => objected(one, 'REFUTED', '证明一份')),
});
// Two registries are enough: every kind of field is there, and each is altered.
const report = reportOf({ ...family, asked: family.asked.slice(0, 2) });
const { text, digest } = signReport(report, signer);
const document = JSON.parse(text) as Json;

const problemsOf = async (given: string) => (await verifyReport(given, keys)).problems;

/** Somebody who has the key of the check centre signs what they like. */
const signed = (given: object) => signReport({ ...report, ...given }, signer).text;

describe('A signed report', () => {
  it('verifies as it was signed', async () => {
    expect(await verifyReport(text, keys)).toEqual({ sealed: document, problems: [] });
  });

  it('is the same bytes of the same source, whatever the order of its fields', () => {
    const turned = Object.fromEntries(Object.entries(report).reverse()) as unknown as Report;
    expect(signReport(turned, signer)).toEqual({ text, digest });
  });

  it('may hold a text that is half a character, or that looks like markup', async () => {
    const source = reportedFamily({ with: { issuedBecause: 'a\ud800b</script>\\ud800' } });
    const odd = signReport(reportOf(source), signer);
    expect(await problemsOf(odd.text)).toEqual([]);
    expect(odd.text).toContain('a\ufffdb</script>');
  });

  it('is not made of what has no canonical text', () => {
    for (const value of [Number.NaN, '\ud800', '\\\udfff']) {
      expect(() => canonicalJson({ value })).toThrow();
    }
    expect(canonicalJson({ value: '\\ud800 \u{1f697}' })).toBe('{"value":"\\\\ud800 \u{1f697}"}');
  });
});

describe('An altered report is found out', () => {
  it('at every field: another value, none, or one more', async () => {
    const paths = pathsIn(document);
    expect(paths.length).toBeGreaterThan(400);
    const passed: string[] = [];
    for (const path of paths) {
      for (const text of changed(document, path).map((value) => canonicalJson(value as object))) {
        if ((await problemsOf(text)).length === 0) passed.push(path.join('.'));
      }
    }
    expect(passed).toEqual([]);
  });

  it('whatever stands in place of whatever, with the digest made anew', async () => {
    const place = fc.constantFrom(...pathsIn(document).filter(([first]) => first === 'report'));
    await fc.assert(
      fc.asyncProperty(place, fc.jsonValue(), async (path, value) => {
        const other = altered(document, path, () => value as Json) as never as SealedReport;
        fc.pre(canonicalJson(other) !== text);
        // Whoever has no key can still count.
        const seal = { ...other.seal, digest: digestOf(canonicalJson(other.report)) };
        expect(await problemsOf(canonicalJson({ ...other, seal }))).not.toEqual([]);
      }),
      { numRuns: 150, seed: 6 },
    );
  });

  it('wherever a character is changed, put in or taken out', async () => {
    const at = fc.nat({ max: text.length - 1 });
    const piece = fc.oneof(fc.constantFrom(' ', '\n', '0', '"', ',', '\u200b', '\ufeff'), fc.string());
    await fc.assert(
      fc.asyncProperty(at, fc.nat({ max: 3 }), piece, async (from, length, put) => {
        const other = text.slice(0, from) + put + text.slice(from + length);
        fc.pre(other !== text);
        expect(await problemsOf(other)).not.toEqual([]);
      }),
      { numRuns: 200, seed: 6 },
    );
  });

  it('wherever it ends too early', async () => {
    for (let length = 0; length < text.length; length += 397) {
      expect(await problemsOf(text.slice(0, length))).toEqual(['it is not JSON, or not whole']);
    }
  });

  it.each([
    ['a line end', `${text}\n`],
    ['other spaces', JSON.stringify(document, null, 2)],
    ['a mark of the byte order', `\ufeff${text}`],
    ['a key twice', text.replace('"version":1', '"version":2,"version":1')],
    ['a character escaped', text.replace('杨', '\\u6768')],
    ['a number written otherwise', text.replace('"version":1', '"version":1.0')],
    [
      'the seal first',
      `{"seal":${canonicalJson((document as never)['seal'])},${text.slice(1, text.indexOf(',"seal"'))}}`,
    ],
  ])('by its bytes, though it says the same: %s', async (_, other) => {
    expect(other).not.toBe(text);
    expect(await problemsOf(other)).toHaveLength(1);
  });

  it('by the bits of its signature that no decoder reads', async () => {
    const { seal } = document as unknown as { seal: { signature: string } };
    const last = seal.signature.at(-1) ?? '';
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const twin = alphabet[alphabet.indexOf(last) ^ 1] ?? '';
    const other = text.replace(seal.signature, seal.signature.slice(0, -1) + twin);
    expect(Buffer.from(seal.signature.slice(0, -1) + twin, 'base64url')).toEqual(
      Buffer.from(seal.signature, 'base64url'),
    );
    expect(await problemsOf(other)).toEqual(['its signature does not hold for the report']);
  });
});

describe('A report is refused', () => {
  it('that another key signed', async () => {
    expect(await problemsOf(signReport(report, newSigningKey().key).text)).toEqual([
      'it was signed by a key that is not known',
    ]);
  });

  it('that another key signed under the id of a known one', async () => {
    const forged = { ...newSigningKey().key, id: signer.id };
    expect(await problemsOf(signReport(report, forged).text)).toEqual([
      'its signature does not hold for the report',
    ]);
  });

  it('where the key set holds a key of another kind under its id', async () => {
    const rsa = { kty: 'RSA', kid: signer.id, n: 'AQAB', e: 'AQAB', alg: 'RS256' };
    const others = createLocalJWKSet({ keys: [rsa] });
    expect((await verifyReport(text, others)).problems).toEqual(['it was signed by a key that is not known']);
  });

  it.each([
    [
      'of a later form',
      { schemaVersion: 2 },
      'its schemaVersion is not 1: it needs another edition of this program',
    ],
    [
      'whose number is another version’s',
      { number: 'HC-2018-3F9A-6C1D-2' },
      'its number is not that of the verification and the version',
    ],
    [
      'that is a first version and names one before',
      { previousDigest: digest },
      'it is the first version and names one before',
    ],
    [
      'that is a second version and names none',
      { version: 2, number: `${report.verificationId}-2` },
      'it does not name the version before',
    ],
  ])('%s, though the check centre signed it', async (_, given, problem) => {
    expect(await problemsOf(signed(given))).toEqual([problem]);
  });

  it.each(['null', '[]', '1', '"report"', '{}', '{"report":{}}', `{"report":{"schemaVersion":1},"seal":{}}`])(
    'where it is none: %s',
    async (other) => {
      expect(await problemsOf(other)).toEqual(['it has not the form of a sealed report']);
    },
  );
});
