import { parseBoolean } from '../../../schema/values/boolean';
import { refusal } from './refusal';

test('a yes and a no are read in every form of an exchange file', () => {
  for (const yes of ['true', 'TRUE', 'True', '1', '是', ' 是 ']) expect(parseBoolean(yes)).toBe(true);
  for (const no of ['false', 'FALSE', '0', '否']) expect(parseBoolean(no)).toBe(false);
});

test('any other word is refused, and no answer is not a no', () => {
  for (const word of ['', 'yes', 'no', '2', '１', '有', '无', 'null', '是的', 'constructor']) {
    const error = refusal(() => parseBoolean(word));
    expect(error.message).toBe('it is neither a yes nor a no');
    expect(error.expected).toBe('true, false, 1, 0, 是 or 否');
  }
});
