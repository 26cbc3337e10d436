import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { eventually } from './eventually';

/** A Redis of one test, which keeps nothing on disk. */
export interface RedisServer {
  readonly url: string;
  start(): Promise<void>;
  /** Ends it; what it remembered is gone. */
  stop(): Promise<void>;
  /** Holds it still, so that it takes what it is sent and answers nothing, or lets it go on. */
  signal(name: 'SIGSTOP' | 'SIGCONT'): void;
  /** The names of all that it remembers. */
  keys(): Promise<readonly string[]>;
  /** Ends it for good. */
  remove(): Promise<void>;
}

const patienceMs = 10_000;

/** Starts a Redis on a port that nobody listens on. */
export async function openRedisServer(password?: string): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), 'redis-'));
  const port = await freePort();
  const url = `redis://${password === undefined ? '' : `:${password}@`}127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  const ask = async <T>(question: (redis: Redis) => Promise<T>): Promise<T> => {
    const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null, disconnectTimeout: 100 });
    redis.on('error', () => undefined);
    try {
      await redis.connect();
      return await question(redis);
    } finally {
      redis.disconnect();
    }
  };
  const server: RedisServer = {
    url,
    start: async () => {
      child = startRedis(port, folder, password);
      const failed = new Promise<never>((_, reject) => {
        child?.once('error', () =>
          reject(
            new Error(
              'redis-server could not be started: these tests need it installed (apt-get install redis-server)',
            ),
          ),
        );
      });
      const answers = eventually('redis-server answers', patienceMs, () =>
        ask((redis) => redis.ping()).catch(() => undefined),
      );
      await Promise.race([answers, failed]);
    },
    stop: async () => {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const exit = once(child, 'exit');
      child.kill('SIGKILL');
      await exit;
    },
    signal: (name) => void child?.kill(name),
    keys: () => ask((redis) => redis.keys('*')),
    remove: async () => {
      await server.stop();
      rmSync(folder, { recursive: true });
    },
  };
  await server.start();
  return server;
}

function startRedis(port: number, folder: string, password: string | undefined): ChildProcess {
  const settings = ['--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder];
  const auth = password === undefined ? [] : ['--requirepass', password];
  return spawn('redis-server', ['--port', String(port), ...settings, ...auth], { stdio: 'ignore' });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
