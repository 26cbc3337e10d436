import fc from 'fast-check';

import { normaliseName, sameName } from '../../../schema/values/person-name';
import { run } from './synthetic-id-number';

test('white space, full-width letters and compatibility characters make no other name', () => {
  expect(sameName('王 测试', '王测试')).toBe(true);
  expect(sameName('王\u3000测试\n', ' 王测试')).toBe(true);
  expect(sameName('ＡＢＣ测试', 'ABC测试')).toBe(true);
  expect(sameName('\uf900测试', '\u8c48测试')).toBe(true);
});

test('the middle dot of a minority name is one, however it is typed', () => {
  for (const dot of ['·', '•', '・', '‧', '.', '．', '･', ' · ']) {
    expect(normaliseName(`阿卜杜拉${dot}买买提`)).toBe('阿卜杜拉·买买提');
  }
});

test('a homophone, a part left out, a missing dot and another case are other names', () => {
  expect(sameName('王测试', '汪测试')).toBe(false);
  expect(sameName('阿卜杜拉·买买提', '买买提')).toBe(false);
  expect(sameName('阿卜杜拉·买买提', '阿卜杜拉买买提')).toBe(false);
  expect(sameName('Wang', 'wang')).toBe(false);
});

test('two blanks are not the same name', () => {
  expect(sameName('', '')).toBe(false);
  expect(sameName(' ', '\u3000')).toBe(false);
});

test('a normal form stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      return normaliseName(normaliseName(name)) === normaliseName(name);
    }),
    run,
  );
});
