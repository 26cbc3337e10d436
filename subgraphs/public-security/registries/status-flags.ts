import { columnOf, type CellKind } from '../../runtime/registry/column';
import { ValueError } from '../../../schema/values/value-error';

const expected = 'letters from A to Z, each once, such as A or GK';

/** 机动车状态 is a set of letters written one after another; some files separate them. */
const letters: CellKind<readonly string[]> = {
  expected,
  type: 'text',
  length: 26,
  parse: (cell) => {
    const value = cell.replace(/[\s;；,，]/g, '').toUpperCase();
    if (!/^[A-Z]+$/.test(value)) throw new ValueError('the state has something other than letters', expected);
    return [...new Set(value)].join('');
  },
  output: (value) => [...String(value)],
};

export function statusFlags(name: string, chinese: string) {
  return columnOf(letters, name, chinese, {});
}
