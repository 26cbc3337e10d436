import { request } from 'undici';
import { openAttackedGateway, type AttackedGateway } from '../../support/attacked-gateway';
import { eventually } from '../../support/eventually';
import { family, someone } from '../../support/family';
import { openHeldDepartment, type HeldDepartment } from '../../support/held-department';

const query = '{ household(id: "YB-1") { assets { vehicles { status } } eligibility { outcome } } }';

describe('A client that closes its connection before it has its answer', () => {
  let held: HeldDepartment;
  let gateway: AttackedGateway;
  beforeAll(async () => {
    held = await openHeldDepartment();
    gateway = await openAttackedGateway({
      departments: ['civil-affairs', 'public-security', 'eligibility'],
      registries: family('YB-1', [someone('尹某')]),
      settings: { PUBLIC_SECURITY_URL: held.url },
    });
  });
  afterAll(async () => {
    await gateway.close();
    await held.close();
  });

  /** Asks, goes when the department has been asked, and waits until the access is written down. */
  async function askAndGo(): Promise<void> {
    const before = held.asked();
    const client = new AbortController();
    const asking = request(gateway.url, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await gateway.token()}`,
        'content-type': 'application/json',
        'x-access-purpose': 'APPLICATION_REVIEW',
      },
      body: JSON.stringify({ query }),
      signal: client.signal,
    });
    await eventually('the department is asked', 10_000, () => held.asked() > before || undefined);
    client.abort();
    await expect(asking).rejects.toThrow();
    await held.abandoned();
    await eventually('the access is written down', 10_000, () => gateway.ledger.entries[0]);
  }

  it('is no longer asked for: the department sees its own closed, and nobody else is asked', async () => {
    gateway.forget();
    await askAndGo();
    // Civil affairs alone was asked beside it: what the rules make of all that would have come next.
    expect(gateway.calls).toHaveLength(1);
    expect(gateway.district.lookUps.length).toBeGreaterThan(0);
  });

  it('leaves an entry of what was asked, which says that the answer was not told', async () => {
    expect(gateway.ledger.entries).toMatchObject([
      {
        subject: 'user-7',
        households: [{ id: 'YB-1' }],
        registries: expect.arrayContaining([
          { name: 'vehicles', statuses: [{ status: 'UNAVAILABLE', households: [0] }] },
        ]),
        outcome: 'PARTIAL',
        codes: expect.arrayContaining(['CALLER_GONE']),
      },
    ]);
  });

  it('is no failure of the department', async () => {
    const { data } = await gateway.district.ask('{ registries { department lastErrorCode } }', {
      role: 'operator',
    });
    const failed = (data as { registries: { department: string; lastErrorCode: string | null }[] })
      .registries;
    expect(failed.filter(({ department }) => department === 'public-security')).toEqual(
      expect.arrayContaining([{ department: 'public-security', lastErrorCode: null }]),
    );
    expect(gateway.log.filter((line) => line.includes('public-security'))).toEqual([]);
  });
});
