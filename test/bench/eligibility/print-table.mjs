import { loadavg } from 'node:os';

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

export const load = () => loadavg()[0].toFixed(1);

/** A number of households a second from the seconds of each round. */
export function rate(households, seconds) {
  return `${(households / median(seconds)).toFixed(0)} households/s`;
}

/** The middle, and in brackets the least and the greatest. */
export function spread(values, digits = 2) {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return `${median(values).toFixed(digits)} (${least.toFixed(digits)} to ${most.toFixed(digits)})`;
}

export function printLines(lines) {
  const width = Math.max(...lines.map(([name]) => name.length));
  for (const [name, value] of lines) process.stdout.write(`${name.padEnd(width)}  ${value}\n`);
}

/** How many households of each program came to what. */
export function printOutcomes(assessed) {
  const outcomes = ['MEETS', 'FAILS', 'NEEDS_REVIEW', 'UNDETERMINED'];
  const programs = [...new Set(assessed.map(({ program }) => program))].sort();
  const cell = (text) => String(text).padStart(14);
  process.stdout.write(`\n${''.padEnd(26)}${outcomes.map(cell).join('')}\n`);
  for (const program of programs) {
    const counts = outcomes.map(
      (outcome) => assessed.filter((of) => of.program === program && of.outcome === outcome).length,
    );
    process.stdout.write(`${program.padEnd(26)}${counts.map(cell).join('')}\n`);
  }
}
