import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newSigningKey, publicSet } from '../../schema/config/keys';
import { packageRoot } from '../../schema/package-root';
import { department, gateway, openProcesses } from '../support/processes';

jest.setTimeout(60_000);

const processes = openProcesses('policy-files');

/** The program as it is installed, in a folder where its policies can be made worse. */
const folder = mkdtempSync(join(tmpdir(), 'installed-'));
beforeAll(() => {
  for (const name of ['package.json', 'dist', 'schema', 'subgraphs', 'gateway']) {
    cpSync(join(packageRoot, name), join(folder, name), { recursive: true });
  }
  symlinkSync(join(packageRoot, 'node_modules'), join(folder, 'node_modules'));
});
afterAll(async () => {
  await processes.close();
  rmSync(folder, { recursive: true });
});

const policies = 'subgraphs/eligibility/policies';
const edition = `${policies}/editions/MEDICAL_ASSISTANCE-2022.yaml`;

/** Does something while a policy file is changed. */
async function whileChanged<T>(
  file: string,
  change: (text: string) => string,
  work: () => Promise<T>,
): Promise<T> {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  expect(change(text)).not.toBe(text);
  writeFileSync(path, change(text));
  try {
    return await work();
  } finally {
    writeFileSync(path, text);
  }
}

/** A command of the program as it is installed. */
const installed = ([script = '', ...args]: readonly string[]) => [join(folder, script), ...args];

const misspelt = (text: string) => text.replace('urban:', 'urbane:');
const draft = (text: string) => text.replace('\ntitle:', '\ndraft: true\ntitle:');

describe('A start', () => {
  it.each([
    ['the gateway', gateway()],
    ['the department', department('eligibility')],
  ])('of %s is refused for a bad policy file, with the file and the key', async (_, command) => {
    const { status, stdout, stderr } = await whileChanged(`${policies}/standards.yaml`, misspelt, () =>
      processes.run({ command: installed(command) }),
    );
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^The policy files do not hold:\n {2}standards\.yaml: \S*urban/);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('in production is refused for a draft', async () => {
    const keys = join(folder, 'gateway-public-keys.json');
    writeFileSync(keys, JSON.stringify(publicSet(newSigningKey().key)));
    const settings = { DEPLOYMENT: 'production', HOST: '127.0.0.1', GATEWAY_PUBLIC_KEYS: keys };
    const { status, stderr } = await whileChanged(edition, draft, () =>
      processes.run({ command: installed(department('eligibility')), settings }),
    );
    expect(status).toBe(1);
    expect(stderr).toMatch(/MEDICAL_ASSISTANCE-2022\.yaml: draft/);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('in development takes a draft', async () => {
    const running = await whileChanged(edition, draft, () =>
      processes.serve({ command: installed(department('eligibility')) }),
    );
    expect(running.stdout()).toContain('eligibility');
  });
});
