import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../schema/package-root';
import { eventually } from './eventually';

type Settings = Readonly<Record<string, string>>;

/** How a process that was run to its end went. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A process that answers on a URL. */
export interface Running {
  readonly url: string;
  readonly stdout: () => string;
  readonly stderr: () => string;
  signal(name: NodeJS.Signals): void;
  /** How it ended; waits for that. */
  ended(): Promise<Ended>;
  /** Kills it where it still runs. */
  kill(): Promise<void>;
}

/**
 * Real processes of one suite: they share a folder for their data and keys, and what they print goes into
 * files, which the canary reads.
 */
export interface Processes {
  readonly dataDir: string;
  /** Starts `node dist/SCRIPT ARGUMENTS` and waits until it has printed all that it prints at its start. */
  serve(command: Command): Promise<Running>;
  /** Starts it, and waits for nothing. */
  start(command: Command): Omit<Running, 'url'>;
  /** Runs it to its end. */
  run(command: Command): Promise<Ended>;
  /** Ends all that still run, and removes the folder. */
  close(): Promise<void>;
}

export interface Command {
  /** A script of dist and its arguments; or, with `program`, the arguments of that. */
  readonly command: readonly string[];
  readonly program?: string;
  readonly settings?: Settings;
}

/** `node dist/gateway/main.js`, with further arguments. */
export const gateway = (...more: string[]): readonly string[] => ['dist/gateway/main.js', ...more];

/** `node dist/subgraphs/runtime/cli/serve.js NAME`. */
export const department = (name: string): readonly string[] => ['dist/subgraphs/runtime/cli/serve.js', name];

/** A dozen processes may start at once on a busy machine. */
const patienceMs = 90_000;

let count = 0;

/** Opens the processes of a suite; its name names their files. */
export function openProcesses(suite: string): Processes {
  const folder = mkdtempSync(join(tmpdir(), 'processes-'));
  const dataDir = join(folder, 'data');
  const outputs = process.env['TEST_OUTPUT_DIR'] ?? folder;
  const started: Started[] = [];
  const start = ({ command, program = process.execPath, settings = {} }: Command): Started => {
    const name = `${suite}-${process.pid}-${++count}`;
    const all = { DATA_DIR: dataDir, PORT: '0', ...settings };
    const child = startChild(program, command, all, join(outputs, name));
    started.push(child);
    return child;
  };
  return {
    dataDir,
    start,
    run: (command) => start(command).ended(),
    serve: async (command) => {
      const child = start(command);
      const url = await eventually('a process prints its URL', patienceMs, () => {
        if (child.process.exitCode !== null) throw new Error(`a process ended: ${child.stderr()}`);
        return / on (http:\S+)[^]*\n$/.exec(child.stdout())?.[1];
      });
      return { ...child, url };
    },
    close: async () => {
      await Promise.all(started.map((child) => child.kill()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Started extends Omit<Running, 'url'> {
  readonly process: ChildProcess;
}

/** Nothing of this process's own settings goes on: a variable of a developer's shell must not decide a test. */
function startChild(
  program: string,
  command: readonly string[],
  settings: Settings,
  outputPath: string,
): Started {
  const files = { stdout: `${outputPath}.out.log`, stderr: `${outputPath}.err.log` };
  const outputs = [openSync(files.stdout, 'w'), openSync(files.stderr, 'w')];
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(program, command, {
    cwd: packageRoot,
    env: { PATH, HOME, ...settings },
    stdio: ['ignore', ...outputs],
  });
  outputs.forEach(closeSync);
  const exit = once(child, 'exit');
  const stdout = () => readFileSync(files.stdout, 'utf8');
  const stderr = () => readFileSync(files.stderr, 'utf8');
  const signal = (signalName: NodeJS.Signals) => void child.kill(signalName);
  return {
    process: child,
    stdout,
    stderr,
    signal,
    ended: async () => {
      await exit;
      return { status: child.exitCode, stdout: stdout(), stderr: stderr() };
    },
    kill: async () => {
      // SIGKILL ends a stopped process too.
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
      await exit;
    },
  };
}
