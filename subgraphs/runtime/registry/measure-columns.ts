import { parseDecimal } from '../../../schema/values/decimal';
import { ValueError } from '../../../schema/values/value-error';
import { columnOf, type CellKind, type ColumnOptions } from './column';

/** A floor area in square metres, to the hundredth. */
export const squareMetres = measure('an area in square metres with at most 2 decimals', 2);

/** A share or a rate in percent, to the ten-thousandth. */
export const percent = measure('a percentage from 0 to 100 with at most 4 decimals', 4, 100);

function measure(expected: string, places: number, max = Infinity) {
  const kind: CellKind<number> = {
    expected,
    type: 'decimal',
    parse: (cell) => {
      const value = parseDecimal(cell, places);
      if (value > max) throw new ValueError('the number is out of range', expected);
      return value;
    },
    output: Number,
  };
  return <const Options extends ColumnOptions>(name: string, chinese: string, options?: Options) =>
    columnOf(kind, name, chinese, options);
}
