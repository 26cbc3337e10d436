import { expectErrors } from '../../../support/ask';
import { openCheckCentre, hoursAfter, type CheckCentre } from '../../../support/check-centre';
import { databaseKinds } from '../../../support/databases';
import type { Registries } from '../../../support/exchange-files';
import { family, someone, together } from '../../../support/family';
import { batchesOf, heldBack, questionsTo, verificationOf, type Batches } from './batches-of';

/** The numbers of so many households from a number on. */
const numbers = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => `YB-2018-${from + index}`);

/** Families of a street, each of one person who has signed. */
const families = (from: number, count: number, street: string): Registries =>
  together(...numbers(from, count).map((id) => family(id, [someone('尹某')], { division_code: street })));

/** Each test has the households of a street for itself. */
const streets = {
  many: '500112001',
  held: '500112002',
  ended: '500112003',
  failing: '500112004',
  urgent: '500112005',
  own: '500112006',
  keyed: '500112007',
  withdrawn: '500112008',
};

describe.each(databaseKinds)('A batch, on %s,', (kind) => {
  let centre: CheckCentre;
  let batches: Batches;

  beforeAll(async () => {
    centre = await openCheckCentre({
      kind,
      registries: together(
        families(1000, 132, streets.many),
        families(2000, 45, streets.held),
        families(3000, 45, streets.ended),
        families(4000, 4, streets.failing),
        family('YB-2018-4004', [someone('陈某', { authorisation: null })], {
          division_code: streets.failing,
        }),
        families(5000, 42, streets.urgent),
        families(6000, 3, streets.own),
        families(7000, 2, streets.keyed),
        families(8000, 2, streets.withdrawn),
      ),
    });
    batches = batchesOf(centre);
  });
  afterAll(() => centre.close());

  /** How many verifications of a street's households are in each state. */
  const states = async (division: string): Promise<Readonly<Record<string, number>>> => {
    const rows = await centre.district
      .department('verification')
      .database.select(
        'SELECT state, COUNT(*) AS households FROM verifications WHERE division_code = ? GROUP BY state',
        [division],
      );
    return Object.fromEntries(rows.map(({ state, households }) => [String(state), Number(households)]));
  };

  const mutation = (name: string) => `${name}VerificationBatch`;

  it('verifies every household that its filter finds, however many pages those are', async () => {
    const started = await batches.start({ filter: { divisionCode: streets.many } });
    expect(started).toMatchObject({ state: 'RUNNING', total: 0, remaining: 0 });
    await centre.settle();
    expect(await batches.read(started.id)).toEqual({
      id: started.id,
      ...{ state: 'DONE', total: 132, done: 132, failed: 0, remaining: 0, failures: [] },
    });
    expect(await states(streets.many)).toEqual({ REPORTED: 132 });
    expectErrors(await batches.tryTo('pause', started.id), `BATCH_NOT_ALLOWED at ${mutation('pause')}`);
  });

  it('begins nothing while it is held, and goes on where it was', async () => {
    const gate = heldBack(centre.district.department('taxation'));
    // One was taken up before anybody thought of a batch; it is held with the others.
    await centre.accept('YB-2018-2000');
    const { id } = await batches.start({ filter: { divisionCode: streets.held } });
    await gate.asked;
    expect(await batches.make('pause', id)).toMatchObject({ state: 'PAUSED', done: 0, remaining: 45 });
    gate.letGo();
    await centre.settle();
    const held = await states(streets.held);
    expect(held).toEqual({ DISTRICT_RUNNING: 20 });
    await centre.at(hoursAfter(centre.now(), 1));
    expect(await states(streets.held)).toEqual(held);
    expect(await batches.make('pause', id)).toMatchObject({ state: 'PAUSED', done: 0, remaining: 45 });

    await batches.make('resume', id);
    await centre.settle();
    expect(await batches.read(id)).toMatchObject({ state: 'DONE', total: 45, done: 45, remaining: 0 });
  });

  it('is done, held or not, when the last answers come', async () => {
    const gate = heldBack(centre.district.department('education'));
    const { id } = await batches.start({ householdIds: ['YB-2018-8001'] });
    await gate.asked;
    expect(await batches.make('pause', id)).toMatchObject({ state: 'PAUSED', remaining: 1 });
    gate.letGo();
    await centre.settle();
    expect(await batches.read(id)).toMatchObject({ state: 'DONE', done: 1, remaining: 0 });
  });

  it('holds up nobody who starts a household of it anew', async () => {
    const gate = heldBack(centre.district.department('taxation'));
    const { id } = await batches.start({ householdIds: ['YB-2018-8000'] });
    await gate.asked;
    await batches.make('pause', id);
    gate.letGo();
    await centre.settle();
    const verification = await verificationOf(centre, 'YB-2018-8000');
    let told = await centre.make('withdrawAuthorisation', verification, { number: 'SQS-YB-2018-8000-0' });
    expect(await batches.read(id)).toMatchObject({
      ...{ done: 0, failed: 1, remaining: 0 },
      failures: [{ householdId: 'YB-2018-8000', code: 'AUTHORISATION_MISSING' }],
    });
    await centre.at(hoursAfter(centre.now(), 24));
    const { people } = await centre.read(told.id, 'people { person { id } }');
    const [{ person }] = people as readonly [{ person: { id: string } }];
    const anew = {
      number: 'SQS-8000-2',
      personId: person.id,
      signedOn: centre.now().toISOString().slice(0, 10),
    };
    told = await centre.make('recordAuthorisations', told, { authorisations: [anew] });
    expect(await centre.run(told)).toMatchObject({ state: 'REPORTED' });
  });

  it('leaves out whatever was not begun when it is cancelled, and finishes the rest', async () => {
    const gate = heldBack(centre.district.department('taxation'));
    const { id } = await batches.start({ householdIds: numbers(3000, 45) });
    await gate.asked;
    await batches.make('cancel', id);
    gate.letGo();
    await centre.settle();
    const told = { state: 'CANCELLED', total: 45, done: 20, failed: 0, remaining: 25 };
    expect(await batches.read(id)).toMatchObject(told);
    expect(await states(streets.ended)).toEqual({ REPORTED: 20 });
    expect(await batches.make('cancel', id)).toMatchObject(told);
    for (const step of ['pause', 'resume'] as const) {
      expectErrors(await batches.tryTo(step, id), `BATCH_NOT_ALLOWED at ${mutation(step)}`);
    }
  });

  it('says of every household that it could not verify why', async () => {
    const [done = '', known = '', fresh = ''] = numbers(4000, 3);
    await centre.run(await centre.accept(known));
    const unsigned = 'YB-2018-4004';
    const { id } = await batches.start({
      householdIds: ['YB-NOBODY', done, known, done, unsigned],
    });
    await centre.settle();
    expect(await batches.read(id)).toEqual({
      id,
      ...{ state: 'DONE', total: 4, done: 1, failed: 3, remaining: 0 },
      failures: [
        { householdId: 'YB-NOBODY', code: 'HOUSEHOLD_NOT_FOUND' },
        { householdId: known, code: 'VERIFICATION_OPEN' },
        { householdId: unsigned, code: 'AUTHORISATION_MISSING' },
      ],
    });
    const recheck = await batches.start({ kind: 'RECHECK', householdIds: [fresh] }, { purpose: 'RECHECK' });
    await centre.settle();
    expect(await batches.read(recheck.id)).toMatchObject({
      failures: [{ householdId: fresh, code: 'NOT_YET_DUE' }],
    });
    // Nothing is begun of a household that could not be verified.
    expect(await states(streets.failing)).toEqual({ REPORTED: 2 });
  });

  it('waits for whatever somebody waits for', async () => {
    const [urgent = '', ...rest] = numbers(5000, 42);
    const verification = await centre.accept(urgent);
    const asked = questionsTo(centre);
    const gate = heldBack(centre.district.department('taxation'));
    const { id } = await batches.start({ householdIds: rest });
    await gate.asked;
    await centre.make('startVerification', verification);
    gate.letGo();
    await centre.settle();
    expect(await batches.read(id)).toMatchObject({ state: 'DONE', done: 41 });
    const questions = asked();
    const first = rest.slice(0, 20);
    expect(questions.slice(0, 4)).toEqual([
      { tier: 'Municipal', ids: first },
      { tier: 'Municipal', ids: [urgent] },
      { tier: 'District', ids: [urgent] },
      { tier: 'District', ids: first },
    ]);
    expect(questions).toHaveLength(8);
  });

  it('of somebody limited to a street has no household of another, and nobody of another sees it', async () => {
    const divisions = [streets.own];
    const filtered = await batches.start({ filter: { divisionCode: '500112' } }, { divisions });
    await centre.settle();
    expect(await batches.read(filtered.id, { divisions })).toMatchObject({
      state: 'DONE',
      total: 3,
      done: 3,
    });

    const stranger = numbers(7000, 1)[0];
    const named = await batches.start({ householdIds: [stranger] }, { divisions });
    await centre.settle();
    expect(await batches.read(named.id)).toMatchObject({
      ...{ state: 'DONE', total: 1, done: 0 },
      failures: [{ householdId: stranger, code: 'HOUSEHOLD_NOT_FOUND' }],
    });

    const elsewhere = { divisions: [streets.keyed] };
    expect(await batches.read(filtered.id, elsewhere)).toBeNull();
    expectErrors(
      await batches.tryTo('cancel', filtered.id, elsewhere),
      `BATCH_NOT_FOUND at ${mutation('cancel')}`,
    );
    expectErrors(await batches.tryTo('cancel', 'PC-2018-0'), `BATCH_NOT_FOUND at ${mutation('cancel')}`);
  });

  it('is started once by a key, however often it is sent', async () => {
    const input = { key: 'once', householdIds: numbers(7000, 2) };
    const all = await Promise.all([batches.start(input), batches.start(input), batches.start(input)]);
    await centre.settle();
    const again = await batches.start(input);
    expect(new Set([...all, again].map(({ id }) => id)).size).toBe(1);
    expect(again).toMatchObject({ state: 'DONE', total: 2, done: 2 });
    expectErrors(
      await batches.tryToStart({ ...input, householdIds: numbers(7000, 1) }),
      `KEY_REUSED at ${mutation('start')}`,
    );
  });

  it.each([
    ['neither', {}],
    ['both', { householdIds: ['YB-2018-7000'], filter: {} }],
    ['no household', { householdIds: [] }],
    ['more than 200 households', { householdIds: numbers(9000, 201) }],
  ])('takes households or a filter: %s is refused', async (_, input) => {
    expectErrors(await batches.tryToStart(input), `BATCH_INPUT_INVALID at ${mutation('start')}`);
  });
});
