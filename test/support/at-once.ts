import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { packageRoot } from '../../schema/package-root';

/**
 * Runs a piece of JavaScript in several processes at the same moment: each first loads what `preparation`
 * requires from dist, and only when all have done so, `work` begins. Gives what each printed.
 */
export async function atOnce(count: number, preparation: string, work: string): Promise<string[]> {
  const script = `${preparation}\nprocess.stdin.once('data', async () => { ${work} });\nconsole.log('ready');`;
  const processes = Array.from({ length: count }, () => {
    const child = spawn(process.execPath, ['-e', script], { cwd: packageRoot });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    }
    return {
      ready: once(child.stdout, 'data'),
      go: () => child.stdin.end('go\n'),
      closed: once(child, 'close').then(() => printed.replace('ready\n', '').trim()),
    };
  });
  await Promise.all(processes.map(({ ready, closed }) => Promise.race([ready, closed])));
  for (const { go } of processes) go();
  return Promise.all(processes.map(({ closed }) => closed));
}
