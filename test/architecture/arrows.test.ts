import { execFile } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');
const cruiser = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

interface Summary {
  violations: { rule: { name: string }; from: string; to: string }[];
  ruleSetUsed: { forbidden: { name: string; comment: string }[] };
}

/** Holds the imports of gateway/, schema/ and subgraphs/ in a folder against the rules. */
function cruise(folder: string): Promise<Summary> {
  const configFile = path.join(__dirname, 'arrows.config.cjs');
  const command = [
    cruiser,
    '--config',
    configFile,
    '--output-type',
    'json',
    'gateway',
    'schema',
    'subgraphs',
  ];
  const options = { cwd: folder, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((resolve, reject) => {
    // The exit code counts violations and is no failure of the command: what it printed decides.
    execFile(process.execPath, command, options, (_failure, stdout, stderr) => {
      try {
        resolve((JSON.parse(stdout) as { summary: Summary }).summary);
      } catch {
        reject(new Error(`dependency-cruiser gave no answer: ${stderr}`));
      }
    });
  });
}

describe('The arrows between the parts', () => {
  jest.setTimeout(60_000);

  it('hold in every import of the product', async () => {
    const { violations, ruleSetUsed } = await cruise(root);
    const because = new Map(ruleSetUsed.forbidden.map(({ name, comment }) => [name, comment]));
    const broken = violations.map(
      ({ rule, from, to }) => `${from} → ${to}: ${because.get(rule.name)} (${rule.name})`,
    );
    expect(broken).toEqual([]);
  });

  it('can each be broken', async () => {
    const { violations, ruleSetUsed } = await cruise(path.join(__dirname, 'planted'));
    const broken = new Set(violations.map(({ rule }) => rule.name));
    expect(broken).toEqual(new Set(ruleSetUsed.forbidden.map(({ name }) => name)));
  });
});
