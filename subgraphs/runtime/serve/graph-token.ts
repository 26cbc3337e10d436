import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { ConfigError } from '../../../schema/config/config-error';
import { developmentToken } from '../../../schema/config/development-token';
import { expectations, type Config } from '../../../schema/config/read-config';

/** As whom a department asks the graph. */
const role = 'verification';

/**
 * The access token by which a department asks the graph, as it is at each question: that of the file GATEWAY_TOKEN, or on a
 * development machine without one of its own issuer. A file that holds no token at some moment, such as while it is
 * written, leaves the last one in force, and `onTrouble` is told a code. Throws a ConfigError where there is none to
 * begin with.
 */
export function graphToken(config: Config, onTrouble: (code: string) => void): () => Promise<string> {
  const path = config.GATEWAY_TOKEN;
  if (!path) {
    if (config.DEPLOYMENT === 'production') throw wrong();
    return () => developmentToken(config, { role, now: new Date() });
  }
  let token = firstToken(path);
  let isTold = false;
  return async () => {
    try {
      token = tokenIn(await readFile(path, 'utf8'));
      isTold = false;
    } catch (error) {
      if (!isTold) onTrouble((error as { code?: string }).code ?? 'MALFORMED');
      isTold = true;
    }
    return token;
  };
}

function firstToken(path: string): string {
  try {
    return tokenIn(readFileSync(path, 'utf8'));
  } catch {
    throw wrong();
  }
}

/** The text of a file that is a compact JWS. Its signature is the gateway's to verify. */
function tokenIn(text: string): string {
  const token = text.trim();
  if (!/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token)) throw new Error('there is no token');
  return token;
}

function wrong(): ConfigError {
  return new ConfigError([{ variable: 'GATEWAY_TOKEN', expected: expectations.get('GATEWAY_TOKEN') ?? '' }]);
}
