import { toldCases } from './told-cases';

describe('An assessment', () => {
  it.each(toldCases)('tells: $title', ({ received, expected }) => {
    expect(received()).toEqual(expected);
  });
});
