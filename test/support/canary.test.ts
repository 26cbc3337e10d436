import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const canary = path.join(__dirname, 'canary.mjs');

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

function withCheckCharacter(seventeen: string) {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(seventeen[at]), 0);
  return seventeen + '10X98765432'.charAt(sum % 11);
}

// Division 500199 is assigned to no place, so the numbers are nobody's. They are built, so that no log shows one.
const oldNumber = ['500199', '620228', '123'].join('');
const newNumber = withCheckCharacter(['500199', '19620228', '123'].join(''));
const sequences = [...Array(100).keys()].map((sequence) => String(sequence).padStart(3, '0'));
const numberWithX = sequences
  .map((sequence) => withCheckCharacter(['500199', '19620228', sequence].join('')))
  .find((number) => number.endsWith('X'))!;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'canary-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function run(text: string) {
  writeFileSync(path.join(folder, 'serve.log'), `listening\n${text}\n`);
  const { status, stdout } = spawnSync(process.execPath, [canary, folder], { encoding: 'utf8' });
  return { status, stdout };
}

function expectFound(text: string) {
  const { status, stdout } = run(text);
  expect(status).toBe(1);
  expect(stdout).toContain('serve.log:2');
  // Compared as a boolean: a failing matcher would print the number.
  expect(stdout.includes(text)).toBe(false);
}

function expectUnnoticed(text: string) {
  expect(run(text)).toEqual({ status: 0, stdout: '' });
}

describe('The canary', () => {
  it('finds an identity number of eighteen characters', () => {
    expectFound(`{"person":"${newNumber}"}`);
  });

  it('finds an identity number of fifteen digits', () => {
    expectFound(`person ${oldNumber} not found`);
  });

  it('finds a number whose check character is a small x', () => {
    expectFound(`${numberWithX.toLowerCase()},`);
  });

  it('passes over a trace of thirty-two hexadecimal digits', () => {
    expectUnnoticed(`trace ab${newNumber}0123456789ab`);
    expectUnnoticed(`trace 0123456789abcdef${oldNumber}c`);
  });

  it('passes over timestamps', () => {
    expectUnnoticed('{"time":1732430000123,"at":"2024-11-24T06:33:20.123Z","ns":1732430000123456789}');
  });

  it('passes over a number with a wrong check character', () => {
    expectUnnoticed(numberWithX.replace('X', '0'));
  });

  it('passes over a birth date that does not exist', () => {
    expectUnnoticed(oldNumber.replace('0228', '0230'));
  });
});
