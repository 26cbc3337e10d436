import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { packageRoot } from '../../schema/package-root';
import type { Ended } from './processes';

/** One service of docker-compose.yml. */
export interface Service {
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly healthcheck: { readonly test: readonly string[] };
  readonly depends_on?: Readonly<Record<string, unknown>>;
  readonly secrets?: readonly { readonly source: string }[];
  readonly volumes?: readonly string[];
}

/** docker-compose.yml as docker-compose reads it. */
export interface Composed {
  readonly services: Readonly<Record<string, Service>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
}

/** A folder beside nothing else, in which somebody prepares a deployment. */
export interface Deployment {
  readonly folder: string;
  /** `npm run keys -- FOLDER`, in the deployment's folder. */
  makeKeys(...args: readonly string[]): Ended;
  /** `docker-compose config` with what the folder has. */
  compose(): Ended;
  /** Its answer, where it took the file. */
  composed(): Composed;
  remove(): void;
}

export function openDeployment(): Deployment {
  const folder = mkdtempSync(join(tmpdir(), 'deployment-'));
  const run = (program: string, ...args: readonly string[]): Ended => {
    const { PATH = '', HOME = '' } = process.env;
    const options = { cwd: folder, env: { PATH, HOME }, encoding: 'utf8' } as const;
    const { error, status, stdout, stderr } = spawnSync(program, args, options);
    if (error) throw new Error(`${program} could not be run: ${error.message}`);
    return { status, stdout, stderr };
  };
  const compose = () =>
    run(
      'docker-compose',
      ...['--file', join(packageRoot, 'docker-compose.yml'), '--project-directory', folder, 'config'],
    );
  return {
    folder,
    makeKeys: (...args) => run(process.execPath, join(packageRoot, 'dist/gateway/cli/keys.js'), ...args),
    compose,
    composed: () => {
      const { status, stdout, stderr } = compose();
      if (status !== 0) throw new Error(`docker-compose refuses the file: ${stderr}`);
      return parse(stdout) as Composed;
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}
