import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../schema/package-root';
import { fillWithSample } from '../subgraphs/fill-with-sample';
import { expectErrors } from './support/ask';
import { allRegistries, now, openDistrict } from './support/district';

const readme = readFileSync(join(packageRoot, 'README.md'), 'utf8');

describe('The README', () => {
  it('shows a first question with the answer that a first start gives', async () => {
    const asked = /-d '(?<body>\{"query".*\})'/.exec(readme)?.groups?.['body'] ?? '';
    const told = /```json\n(?<answer>.*)\n```/.exec(readme)?.groups?.['answer'] ?? '';
    const { query } = JSON.parse(asked) as { query: string };
    const district = await openDistrict({ registries: {}, neverFilled: allRegistries });
    try {
      await fillWithSample(district.graph.departments, district.databases.config, now);
      const answer = await district.ask(query, { role: 'caseworker' });
      expectErrors(answer);
      expect(JSON.stringify({ data: answer.data })).toBe(told);
    } finally {
      await district.close();
    }
  });

  it('names files that exist', () => {
    const links = [...readme.matchAll(/\]\((?!http)([^)]+)\)/g)].map(([, path]) => path ?? '');
    expect(links.length).toBeGreaterThan(5);
    for (const path of links) expect(() => readFileSync(join(packageRoot, path))).not.toThrow(/ENOENT/);
  });
});
