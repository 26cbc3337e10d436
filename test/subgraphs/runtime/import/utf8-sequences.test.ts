import { isUtf8 } from 'node:buffer';
import fc from 'fast-check';
import { utf8Sequences } from '../../../../subgraphs/runtime/import/utf8-sequences';
import { run } from '../../../schema/values/synthetic-id-number';

test('tells UTF-8 from other bytes as Node does', () => {
  const nearly = fc.constantFrom(
    0x41,
    0x80,
    0x8f,
    0x9f,
    0xa0,
    0xbf,
    0xc1,
    0xc2,
    0xe0,
    0xed,
    0xee,
    0xf0,
    0xf4,
    0xf5,
  );
  const bytes = fc.array(fc.oneof(nearly, fc.nat(255)), { maxLength: 12 }).map((all) => Buffer.from(all));
  fc.assert(
    fc.property(bytes, (some) => (utf8Sequences(some).wrong === 0) === isUtf8(some)),
    { ...run, numRuns: 5000 },
  );
});

test('finds nothing wrong in any text, and counts its characters of three bytes and more', () => {
  const isLong = (character: string) => Buffer.byteLength(character) >= 3;
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const long = [...text].filter(isLong).length;
      expect(utf8Sequences(Buffer.from(text))).toEqual({ long, wrong: 0, firstWrong: undefined });
    }),
    run,
  );
});

test('tells where the first wrong byte is', () => {
  const bytes = Buffer.from('测试,安');
  bytes[8] = 0x2c;
  expect(utf8Sequences(bytes)).toEqual({ long: 2, wrong: 2, firstWrong: 7 });
});
