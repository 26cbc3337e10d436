import { serverAudits } from 'graphql-http';
import { developmentToken } from '../../../schema/config/development-token';
import { listen, type Listening } from '../../../gateway/http/listen';
import { openDistrict, now, type District } from '../../support/district';

/** The audits of GraphQL over HTTP, as an auditor: two of them ask for the schema. */
describe('The gateway over HTTP', () => {
  let district: District;
  let listening: Listening;
  let token: string;
  beforeAll(async () => {
    district = await openDistrict({ departments: ['civil-affairs'], registries: {} });
    listening = await listen(district.graph.app, '127.0.0.1', 0);
    token = await developmentToken(district.databases.config, { role: 'auditor', now });
  });
  afterAll(async () => {
    await listening.close();
    await district.close();
  });

  const audits = serverAudits({
    url: () => `${listening.url}/graphql`,
    fetchFn: (url: string, { headers, ...init }: RequestInit = {}) =>
      fetch(url, {
        ...init,
        headers: {
          ...(headers as Record<string, string>),
          authorization: `Bearer ${token}`,
          'apollo-require-preflight': 'true',
          'x-access-purpose': 'AUDIT',
          'x-access-reason': 'audit',
        },
      }),
  });

  it('has all audits', () => {
    expect(audits).toHaveLength(61);
  });

  it.each(audits.map((audit) => [audit.name, audit.id, audit] as const))(
    '%s (%s)',
    async (_name, _id, audit) => {
      const result = await audit.fn();
      expect(result.status === 'ok' ? 'ok' : `${result.status}: ${result.reason}`).toBe('ok');
    },
  );
});
