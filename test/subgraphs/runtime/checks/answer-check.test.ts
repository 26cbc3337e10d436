import { answerCheck, type SubjectAnswer } from '../../../../subgraphs/runtime/checks/answer-check';
import type { FoundRow, RegistryAnswer } from '../../../../subgraphs/runtime/checks/registry-answer';
import type { CheckSubject } from '../../../../subgraphs/runtime/checks/subject';

const now = new Date('2018-07-02T09:00:00+08:00');
const hoursAgo = (hours: number) => now.getTime() - hours * 3_600_000;

/** A registry of the city alone that may be two days old. */
const cityRegistry = { key: ['record_id'], reach: 'city', refreshHours: 48 } as const;
const nationRegistry = { ...cityRegistry, reach: 'nation' } as const;

function subject(personId: string, more: Partial<CheckSubject> = {}): CheckSubject {
  return {
    personId,
    name: '尹某',
    formerName: null,
    role: 'MEMBER',
    divisionCode: '500112',
    authorised: true,
    ...more,
  };
}

const row = (record_id: string, name = '尹某'): FoundRow => ({ row: { record_id, kept: name }, name });
const answered = (rows: readonly FoundRow[] = [], asOf = hoursAgo(0)): RegistryAnswer => ({
  kind: 'answered',
  asOf,
  rows,
});
const silent: RegistryAnswer = { kind: 'silent' };

/** The status of one person of the city's registry. */
function statusOf(
  answer: RegistryAnswer | null,
  more: Partial<CheckSubject> = {},
  registry: Parameters<typeof answerCheck>[0] = cityRegistry,
): string {
  return answerCheck(registry, [{ subject: subject('a', more), answer }], now).status;
}

describe('A registry of the city alone', () => {
  it.each([
    ['NO_RECORD', 'of somebody registered in the city', '500112'],
    ['NO_RECORD', 'of somebody of whom that is not known', null],
    ['NOT_COVERED', 'of somebody registered in another province', '510104'],
    ['NOT_COVERED', 'of somebody whose code only contains the city’s', '350500'],
  ])('says %s %s', (status, _, divisionCode) => {
    expect(statusOf(answered(), { divisionCode })).toBe(status);
    expect(statusOf(answered(), { divisionCode }, nationRegistry)).toBe('NO_RECORD');
  });

  it.each([
    ['FOUND', answered([row('1')])],
    ['IDENTITY_CONFLICT', answered([row('1', '尹某芳')])],
    ['NOT_COVERED', answered([], hoursAgo(49))],
    ['STALE', answered([row('1')], hoursAgo(49))],
    ['UNAVAILABLE', silent],
    ['UNAUTHORISED', null],
  ])('says %s first of somebody registered elsewhere', (status, answer) => {
    expect(statusOf(answer, { divisionCode: '510104' })).toBe(status);
  });
});

describe('The agreed refresh interval', () => {
  it.each([
    ['NO_RECORD', hoursAgo(48), [] as FoundRow[]],
    ['STALE', hoursAgo(48) - 1, []],
    ['FOUND', hoursAgo(48), [row('1')]],
    ['STALE', hoursAgo(48) - 1, [row('1')]],
    ['IDENTITY_CONFLICT', hoursAgo(48) - 1, [row('1', '尹某芳')]],
    ['FOUND', hoursAgo(-1), [row('1')]],
  ])('makes %s of data of %d', (status, asOf, rows) => {
    expect(statusOf(answered(rows, asOf))).toBe(status);
  });
});

describe('A household', () => {
  const answers: Record<string, SubjectAnswer['answer']> = {
    UNAUTHORISED: null,
    UNAVAILABLE: silent,
    IDENTITY_CONFLICT: answered([row('1', '旁人')]),
    NOT_COVERED: answered(),
    STALE: answered([], hoursAgo(49)),
    FOUND: answered([row('2')]),
    NO_RECORD: answered(),
  };
  const worstFirst = [
    'UNAUTHORISED',
    'UNAVAILABLE',
    'IDENTITY_CONFLICT',
    'NOT_COVERED',
    'STALE',
    'FOUND',
    'NO_RECORD',
  ];
  const pairs = worstFirst.flatMap((worse, index) =>
    worstFirst.slice(index).map((better) => [worse, better] as const),
  );

  function household(...statuses: readonly string[]) {
    const subjects = statuses.map((status, index) => ({
      subject: subject(`${status} ${index}`, {
        divisionCode: status === 'NOT_COVERED' ? '510104' : '500112',
      }),
      answer: answers[status] ?? null,
    }));
    return answerCheck(cityRegistry, subjects, now);
  }

  it.each(pairs)('has the status %s where the other person has %s', (worse, better) => {
    for (const statuses of [
      [worse, better],
      [better, worse],
    ]) {
      const { status, subjects } = household(...statuses);
      expect(status).toBe(worse);
      expect(subjects.map((of) => of.status)).toEqual(statuses);
    }
  });

  it('lists its people in its own order, each by their id', () => {
    expect(household('STALE', 'FOUND', 'NO_RECORD').subjects.map(({ person }) => person.id)).toEqual([
      'STALE 0',
      'FOUND 1',
      'NO_RECORD 2',
    ]);
  });

  it('of nobody is UNAVAILABLE and has no instant', () => {
    expect(household()).toEqual({ status: 'UNAVAILABLE', asOf: null, subjects: [], rows: [] });
  });

  it('has the oldest instant that it was answered from, and none where nobody was asked', () => {
    expect(household('NO_RECORD', 'STALE').asOf).toBe('2018-06-30T08:00:00+08:00');
    expect(household('NO_RECORD', 'UNAUTHORISED').asOf).toBe('2018-07-02T09:00:00+08:00');
    expect(household('UNAUTHORISED', 'UNAVAILABLE').asOf).toBeNull();
  });

  it('has a row that names several of its people once', () => {
    const both = [row('1'), row('2')];
    const { rows, status } = answerCheck(
      cityRegistry,
      [
        { subject: subject('a'), answer: answered(both) },
        { subject: subject('b'), answer: answered(both) },
      ],
      now,
    );
    expect(status).toBe('FOUND');
    expect(rows).toEqual(both.map((found) => found.row));
  });

  it('is not given a row that names one of its people otherwise, by whomever it was found', () => {
    const shared = { record_id: '1', kept: '' };
    const people = (aFirst: boolean) => {
      const a = { subject: subject('a'), answer: answered([{ row: shared, name: '尹某' }]) };
      const b = {
        subject: subject('b', { name: '杨某' }),
        answer: answered([{ row: shared, name: '杨某丽' }]),
      };
      return aFirst ? [a, b] : [b, a];
    };
    for (const aFirst of [true, false]) {
      expect(answerCheck(cityRegistry, people(aFirst), now)).toMatchObject({
        status: 'IDENTITY_CONFLICT',
        rows: [],
      });
    }
  });

  it('tells rows apart by all columns of their key', () => {
    const registry = { ...cityRegistry, key: ['book', 'page'] };
    const found = ['1', '2'].map((page) => ({ row: { book: 'a', page }, name: '尹某' }));
    const { rows } = answerCheck(registry, [{ subject: subject('a'), answer: answered(found) }], now);
    expect(rows).toHaveLength(2);
  });
});

describe('A name', () => {
  it.each([
    ['FOUND', '尹 某', {}],
    ['FOUND', '古丽•白某', { name: '古丽·白某' }],
    ['FOUND', '何某', { name: '贺某', formerName: '何某' }],
    ['IDENTITY_CONFLICT', '何某', { name: '贺某', formerName: null }],
    ['IDENTITY_CONFLICT', '', { formerName: '' }],
    ['IDENTITY_CONFLICT', '尹某芳', {}],
  ])('is %s for a row that says %j', (status, name, more) => {
    expect(statusOf(answered([row('1', name)]), more)).toBe(status);
  });
});
