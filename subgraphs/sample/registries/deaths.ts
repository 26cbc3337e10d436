import { addDays } from '../calendar';
import { exchangeFile } from './exchange-file';
import { holder } from './holder';

/** 死亡登记 */
export const deaths = exchangeFile('deaths', {
  recordIds: 'SW',
  columns: ['id_number', 'name', 'died_on', 'cremated_on', 'source'],
  rows: ({ people, random }) => {
    const draws = random('deaths');
    return people.flatMap((person) => {
      if (!person.diedOn || person.trap === 'DEATH_IN_RESIDENTS_ONLY') return [];
      const [id_number, name] = holder(person, 'other');
      const source = draws.weighted([
        ['FUNERAL', 80],
        ['HEALTH', 12],
        ['POLICE', 7],
        ['COURT', 1],
      ] as const);
      const cremated_on = source === 'FUNERAL' ? addDays(person.diedOn, draws.between(1, 4)) : undefined;
      return [{ id_number, name, died_on: person.diedOn, cremated_on, source }];
    });
  },
});
