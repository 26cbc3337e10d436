import { Redis } from 'ioredis';

/** How long a command may take: who waits for one keeps a whole request waiting. */
const commandTimeout = 500;

/** How long a connection may take to come about, and to end. */
const connectTimeout = 1000;
const disconnectTimeout = 500;

/** The longest pause between two attempts to connect. */
const longestPause = 1000;

/**
 * Opens the Redis of a URL, and resolves when it is there, or was not at the first try: it is sought on and on.
 * While it is away every command rejects at once, and none is ever sent twice. `onTrouble` is told a code, such as
 * ECONNREFUSED or WRONGPASS, once for each trouble: what else an error says may hold an address or a password.
 */
export async function openRedis(url: string, onTrouble: (code: string) => void): Promise<Redis> {
  const redis = new Redis(url, {
    commandTimeout,
    connectTimeout,
    disconnectTimeout,
    maxRetriesPerRequest: 0,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    disableClientInfo: true,
    retryStrategy: (attempts) => Math.min(50 * attempts, longestPause),
    // A server that has become a replica stays one until it is asked for anew.
    reconnectOnError: ({ message }) => message.startsWith('READONLY'),
  });
  let told: string | undefined;
  redis.on('ready', () => (told = undefined));
  const tell = (code: string): void => {
    if (code !== told) onTrouble(code);
    told = code;
  };
  redis.on('error', (error: Error) => tell(redisCode(error)));
  // A server that ends closes the connection without an error.
  redis.on('reconnecting', () => tell(told ?? 'DISCONNECTED'));
  await new Promise<void>((resolve) => {
    for (const event of ['ready', 'error', 'close']) redis.once(event, () => resolve());
  });
  return redis;
}

/**
 * Drops the connection on which a command was not answered in time, and has another made: one whose other end is gone
 * without a word would be kept for minutes. For every other error it does nothing.
 */
export function dropUnanswered(redis: Redis, error: unknown): void {
  const isLate = error instanceof Error && error.message === 'Command timed out';
  if (isLate && redis.status === 'ready') redis.disconnect(true);
}

/** What is wrong, in a word that holds nothing that was sent. */
export function redisCode(error: Error & { readonly code?: string }): string {
  const [, replied] = /^(?:Ready check failed: )?([A-Z]{3,})\b/.exec(error.message) ?? [];
  return error.code ?? replied ?? error.name;
}
