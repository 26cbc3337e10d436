import { catalogueError } from '../../../schema/wire/catalogue-error';
import type { CatalogueEntry } from '../../../schema/wire/catalogue-entry';
import { errorCatalogue, type ErrorCode } from '../../../schema/wire/error-catalogue';
import { detailsOf } from '../../../schema/wire/error-details';

const details = { program: 'MEDICAL_ASSISTANCE', on: '2010-01-01' };

describe('The details of an error', () => {
  it('go on beside the code that has them', () => {
    expect(detailsOf('NO_POLICY_IN_FORCE', details)).toEqual(details);
    const { extensions } = catalogueError('NO_POLICY_IN_FORCE', details);
    expect(extensions).toEqual({ code: 'NO_POLICY_IN_FORCE', ...details });
  });

  it('stay behind with every code that has none', () => {
    const codes = Object.entries<CatalogueEntry>(errorCatalogue).filter(([, entry]) => !entry.details);
    expect(codes.length).toBeGreaterThan(10);
    for (const [code] of codes) expect(detailsOf(code as ErrorCode, details)).toEqual({});
  });

  it('are those of the catalogue alone', () => {
    expect(
      detailsOf('NO_POLICY_IN_FORCE', { ...details, code: 'OTHER', row: 'SELECT', name: '尹某' }),
    ).toEqual(details);
    expect(detailsOf('NO_POLICY_IN_FORCE', undefined)).toEqual({});
    expect(detailsOf('NO_POLICY_IN_FORCE', Object.create(details) as typeof details)).toEqual({});
  });

  it.each([
    ['a name', '尹某'],
    ['a name in Latin letters', 'Yin Mou'],
    ['a number of 18 digits', '5'.repeat(18)],
    ['a statement', 'SELECT secret FROM ledger'],
    ['a long text', 'A'.repeat(65)],
    ['a word with a digit', 'PLOT_7'],
    ['two lines', 'A\nB'],
    ['an object', { toString: (): string => 'A' }],
    ['nothing', null],
  ])('are words and days: never %s', (_, value) => {
    expect(detailsOf('NO_POLICY_IN_FORCE', { program: value, on: value })).toEqual({});
  });

  it('hold no day that the calendar does not have', () => {
    for (const on of ['2010-02-30', '2010-1-1', '20100101', '2010-01-01T00:00:00Z']) {
      expect(detailsOf('NO_POLICY_IN_FORCE', { on })).toEqual({});
    }
  });
});
