import type { RegistryAnswer } from '../../../../subgraphs/runtime/checks/registry-answer';
import { jointAnswer, type Feed } from '../../../../subgraphs/runtime/checks/joint-answer';
import type { CheckSubject } from '../../../../subgraphs/runtime/checks/subject';

const now = new Date('2018-07-02T09:00:00+08:00');
const subject = (personId: string): CheckSubject => ({
  personId,
  name: '杨某',
  formerName: null,
  role: 'MEMBER',
  divisionCode: '500112',
  authorised: true,
});

/** What a registry, its data some hours old, holds about somebody: rows with these keys, under a name. */
function holds(hoursOld: number, keys: readonly string[] = [], name = '杨某'): RegistryAnswer {
  const rows = keys.map((key) => ({ row: { record_id: key }, name }));
  return { kind: 'answered', asOf: now.getTime() - hoursOld * 3_600_000, rows };
}

const silent: RegistryAnswer = { kind: 'silent' };
const refused = null;

/** A registry that is stale after a day, by what it said of each subject in turn. */
function feed(...answers: readonly (RegistryAnswer | null)[]): Feed {
  return {
    registry: { key: ['record_id'], reach: 'nation', refreshHours: 24 },
    subjects: answers.map((answer, index) => ({ subject: subject(`person-${index}`), answer })),
  };
}

/** A check in brief: its status and those of its subjects, its age in hours, and its rows by feed. */
function brief(feeds: readonly Feed[]) {
  const { status, subjects, asOf, rows } = jointAnswer(feeds, now);
  return {
    status,
    subjects: subjects.map((of) => of.status),
    hoursOld: asOf === null ? null : (now.getTime() - Date.parse(asOf)) / 3_600_000,
    rows: rows.map((of) => of.map((row) => row['record_id'])),
  };
}

describe('Two registries that answer together', () => {
  it.each([
    ['hold nothing', [feed(holds(1)), feed(holds(2))], 'NO_RECORD', ['NO_RECORD'], 2, [[], []]],
    ['hold a row in one', [feed(holds(1, ['a'])), feed(holds(2))], 'FOUND', ['FOUND'], 2, [['a'], []]],
    ['hold a row in the other', [feed(holds(2)), feed(holds(1, ['b']))], 'FOUND', ['FOUND'], 2, [[], ['b']]],
    ['are fresh and stale', [feed(holds(1, ['a'])), feed(holds(25))], 'STALE', ['STALE'], 25, [['a'], []]],
    ['are stale and fresh', [feed(holds(25, ['a'])), feed(holds(1))], 'STALE', ['STALE'], 25, [['a'], []]],
    [
      'are silent in one',
      [feed(holds(1, ['a'])), feed(silent)],
      'UNAVAILABLE',
      ['UNAVAILABLE'],
      null,
      [[], []],
    ],
    [
      'are silent in the other',
      [feed(silent), feed(holds(1, ['b']))],
      'UNAVAILABLE',
      ['UNAVAILABLE'],
      null,
      [[], []],
    ],
    [
      'name somebody otherwise in one',
      [feed(holds(1, ['a'], '杨某丽')), feed(holds(2, ['b']))],
      'IDENTITY_CONFLICT',
      ['IDENTITY_CONFLICT'],
      2,
      [[], ['b']],
    ],
    ['may not be asked', [feed(refused), feed(refused)], 'UNAUTHORISED', ['UNAUTHORISED'], null, [[], []]],
    [
      'are silent about one person alone',
      [feed(holds(1, ['a']), holds(1, ['c'])), feed(silent, holds(2, ['d']))],
      'UNAVAILABLE',
      ['UNAVAILABLE', 'FOUND'],
      2,
      [['c'], ['d']],
    ],
    [
      'may be asked about one person alone',
      [feed(refused, holds(1, ['c'])), feed(refused, holds(2))],
      'UNAUTHORISED',
      ['UNAUTHORISED', 'FOUND'],
      2,
      [['c'], []],
    ],
    ['are asked about nobody', [feed(), feed()], 'UNAVAILABLE', [], null, [[], []]],
  ])('and %s', (_, feeds, status, subjects, hoursOld, rows) => {
    expect(brief(feeds)).toEqual({ status, subjects, hoursOld, rows });
  });
});
