import { soleCaller } from '../../../../subgraphs/runtime/serve/callers';

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
