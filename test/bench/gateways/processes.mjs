import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');

/** How long a dozen processes may take to start on a busy machine. */
const patienceMs = 120_000;

/** The kernel counts a process's time in these. */
const ticksPerSecond = 100;

/** Processes of the bench: all end with it. */
export class Processes {
  #started = [];

  /** Starts `node SCRIPT ARGUMENTS` and waits until it prints where it answers. */
  async serve(command, settings) {
    const { PATH, HOME } = process.env;
    const child = spawn(process.execPath, command, {
      cwd: root,
      env: { PATH, HOME, NODE_ENV: 'production', PORT: '0', LOG_LEVEL: 'silent', ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#started.push(child);
    let printed = '';
    const complaints = { text: '' };
    child.stderr.on('data', (chunk) => (complaints.text = `${complaints.text}${chunk}`.slice(-4000)));
    const url = await new Promise((resolve, reject) => {
      const fail = (why) => reject(new Error(`${command.join(' ')} ${why}\n${printed}${complaints.text}`));
      const timer = setTimeout(() => fail('does not start'), patienceMs);
      child.once('exit', (code) => fail(`ended with ${code}`));
      child.stdout.on('data', (chunk) => {
        printed = `${printed}${chunk}`.slice(-4000);
        const [, found] = / on (http:\S+)[^]*\n$/.exec(printed) ?? [];
        if (!found) return;
        clearTimeout(timer);
        resolve(found);
      });
    });
    return new Running(child, { url, said: printed, complaints });
  }

  async close() {
    await Promise.all(
      this.#started.map(async (child) => {
        if (child.exitCode !== null || child.signalCode !== null) return;
        const exit = once(child, 'exit');
        // It ends a stopped process too.
        child.kill('SIGKILL');
        await exit;
      }),
    );
  }
}

/** A process that answers on a URL. */
class Running {
  #child;
  #complaints;

  constructor(child, { url, said, complaints }) {
    this.#child = child;
    this.#complaints = complaints;
    this.url = url;
    this.said = said;
  }

  /** The end of what it wrote as errors. */
  get complaints() {
    return this.#complaints.text;
  }

  /** The processor time that it has taken, in seconds, to a hundredth. */
  get cpuSeconds() {
    const stat = readFileSync(`/proc/${this.#child.pid}/stat`, 'utf8');
    // The name in brackets may hold spaces; user and system time are the 14th and 15th field of the whole.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
  }

  /** The most memory that it has held, in megabytes. */
  get peakMegabytes() {
    return this.#megabytes('VmHWM');
  }

  /** The memory that it holds now, in megabytes. */
  get megabytes() {
    return this.#megabytes('VmRSS');
  }

  #megabytes(name) {
    const status = readFileSync(`/proc/${this.#child.pid}/status`, 'utf8');
    return Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)[1]) / 1024;
  }

  signal(name) {
    this.#child.kill(name);
  }

  async stop() {
    if (this.#child.exitCode !== null) return;
    const exit = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await exit;
  }
}
