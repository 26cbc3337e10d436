import { commonDivisions, soleCaller } from '../../../../subgraphs/runtime/serve/callers';

const caller = (subject: string) => ({ subject, role: 'caseworker', correlationId: `request-of-${subject}` });

describe('What depends on who asks', () => {
  it('is answered to one caller', () => {
    expect(soleCaller({ callers: [caller('a')] })).toEqual(caller('a'));
  });

  it.each([
    ['nobody', []],
    ['several at once, also where the first might have it', [caller('a'), caller('b')]],
    ['one twice, in two requests', [caller('a'), caller('a')]],
  ])('is refused to %s', (_, callers) => {
    expect(() => soleCaller({ callers })).toThrow(
      expect.objectContaining({ extensions: { code: 'FORBIDDEN' } }) as Error,
    );
  });
});

describe('What hangs on the divisions that callers may see', () => {
  const bound = (divisions?: readonly string[]) => ({ ...caller('a'), divisions });

  it.each([
    ['one who may see all', [bound()], undefined],
    ['one who may see some', [bound(['500199'])], ['500199']],
    ['one who may see none', [bound([])], []],
    ['several who may see all', [bound(), bound()], undefined],
    ['several who may see the same', [bound(['1', '2']), bound(['1', '2'])], ['1', '2']],
  ])('is known for %s', (_, callers, divisions) => {
    expect(commonDivisions({ callers })).toEqual(divisions);
  });

  it.each([
    ['nobody', []],
    ['one who may see all beside one who may not', [bound(), bound(['500199'])]],
    ['one who may see none beside one who may see all', [bound([]), bound()]],
    ['two who may see different ones', [bound(['1']), bound(['2'])]],
    ['one who may see more than another', [bound(['1']), bound(['1', '2'])]],
  ])('is refused to %s', (_, callers) => {
    expect(() => commonDivisions({ callers })).toThrow(
      expect.objectContaining({ extensions: { code: 'FORBIDDEN' } }) as Error,
    );
  });
});
