import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exchangeFiles } from '../../../subgraphs/sample/registries';
import { defaultDate } from '../../../subgraphs/sample/sample-options';
import { UsageError } from '../../../subgraphs/sample/usage-error';
import { writeDistrict } from '../../../subgraphs/sample/write-district';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sample-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const own = exchangeFiles.map(({ name }) => name).sort();
const write = (directory: string, households = 3) =>
  writeDistrict({ households, seed: 1, date: defaultDate, directory });

describe('The folder of a sample', () => {
  it('may be empty, or not there yet', () => {
    write(folder);
    expect(readdirSync(folder).sort()).toEqual(own);
    rmSync(folder, { recursive: true });
    const deep = join(folder, 'not/there');
    write(deep);
    expect(readdirSync(deep).sort()).toEqual(own);
  });

  it('may hold an earlier sample, which is replaced', () => {
    write(folder, 30);
    expect(write(folder, 3).get('households.csv')).toBe(3);
  });

  it('may hold what an interrupted run left', () => {
    writeFileSync(join(folder, 'vehicles.csv.part'), 'record_id');
    write(folder);
    expect(readdirSync(folder).sort()).toEqual(own);
  });

  it('is refused, and left alone, where it holds anything else', () => {
    mkdirSync(join(folder, 'letters'));
    writeFileSync(join(folder, 'notes.csv'), '');
    expect(() => write(folder)).toThrow(UsageError);
    expect(() => write(folder)).toThrow('--out: the folder holds 2 other files than exchange files');
    expect(readdirSync(folder).sort()).toEqual(['letters', 'notes.csv']);
  });

  it('is refused where a file is in its place', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(() => write(file)).toThrow('--out: the folder cannot be made (EEXIST)');
  });
});
