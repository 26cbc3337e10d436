import { Touched } from '../../../gateway/ledger/touched';
import { someone } from '../../support/family';

describe('Whom a request touched', () => {
  it('is told apart where numbers look like identity numbers', () => {
    const touched = new Touched();
    for (const [index, status] of ['FOUND', 'NO_RECORD', 'FOUND'].entries()) {
      touched.household(`50011201200000${index}`, '500112012');
      touched.registry('vehicles', status, `50011201200000${index}`);
    }
    expect(touched.householdIds).toHaveLength(3);
    expect(touched.subjects).toMatchObject({
      households: [0, 1, 2].map((index) => ({ id: `50011201200000${index}`, division: '500112012' })),
      registries: [
        {
          name: 'vehicles',
          statuses: [
            { status: 'FOUND', households: [0, 2] },
            { status: 'NO_RECORD', households: [1] },
          ],
        },
      ],
    });
  });

  it('is a household that is only mentioned until it is asked for or found', () => {
    const touched = new Touched();
    touched.mentionedHousehold('YB-7');
    touched.household('YB-1');
    touched.mentionedHousehold('YB-1');
    expect(touched.householdIds).toEqual(['YB-1']);
    expect(touched.subjects.households.map(({ id }) => id)).toEqual(['YB-7', 'YB-1']);
    touched.household('YB-7');
    expect(touched.householdIds).toEqual(['YB-7', 'YB-1']);
  });

  it('is a person by the whole pseudonym, whatever digits stand in it', () => {
    const touched = new Touched();
    const pseudonym = '65bd5812d030fd6bb805312185251030';
    touched.person(pseudonym);
    touched.askedPerson('83054841343494353add676345590068');
    expect(touched.subjects.persons).toEqual([pseudonym, '83054841343494353add676345590068']);
  });

  it('is nobody’s identity number, and nothing longer than an id, where a client put that', () => {
    const touched = new Touched();
    const { number } = someone('尹某');
    touched.household(number);
    touched.household(`x${number}`);
    touched.household('9'.repeat(256));
    touched.askedPerson(number);
    touched.askedPerson(`abcdefabcdefab${number}`);
    touched.askedPerson('9'.repeat(256));
    const told = JSON.stringify(touched.subjects);
    expect(told.includes(number)).toBe(false);
    expect(touched.subjects.households.every(({ id }) => id.length <= 40)).toBe(true);
    expect(touched.subjects.persons.every((id) => id.length <= 40)).toBe(true);
  });
});
