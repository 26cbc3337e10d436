import { arrived, type ArrivedSubject } from '../../../../subgraphs/runtime/checks/subject';

const named: ArrivedSubject = { personId: 'a', name: '尹某', role: 'MEMBER', authorised: true };

describe('A person whom a gateway hands on', () => {
  it('is whole where it left out what is null', () => {
    const whole = { ...named, formerName: null, divisionCode: null };
    expect(arrived(named)).toEqual(whole);
    expect(arrived(whole)).toEqual(whole);
  });

  it('keeps a former name and a division', () => {
    const more = { ...named, formerName: '尹某某', divisionCode: '510104' };
    expect(arrived(more)).toEqual(more);
  });
});
