import { SignJWT } from 'jose';
import { pino } from 'pino';
import { request, type Dispatcher } from 'undici';
import { purposesOf, type Role } from '../../gateway/access/roles';
import { listen } from '../../gateway/http/listen';
import { newSigningKey } from '../../schema/config/keys';
import type { DepartmentCall } from '../../schema/wire/caller';
import { now, openDistrict, twoDepartments, type District, type DistrictOptions } from './district';
import { openKeySetFile } from './key-sets';
import { memoryLedger, type MemoryLedger } from './memory-ledger';

/** Who asks, as an issuer would say it. */
export interface Claims {
  readonly role?: Role;
  readonly subject?: string;
  readonly divisions?: readonly string[];
}

/** A request to the graph, POST where not said otherwise. The headers of `as` are added where they are not given. */
export interface Attack {
  /** As whom; null: as nobody. A caseworker where left out. */
  readonly as?: Claims | null;
  readonly method?: Dispatcher.HttpMethod;
  /** What follows `/graphql`. */
  readonly search?: string;
  /** An empty text leaves a header out; a list sends it several times. */
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Buffer;
}

/** An answer as it came. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly {
    readonly message: string;
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
  /** The codes of its errors. */
  readonly codes: readonly unknown[];
}

/** A gateway that listens on loopback, with everything that it lets out. */
export interface AttackedGateway {
  readonly district: District;
  readonly url: string;
  /** What departments were told of each call since the last `forget`. */
  readonly calls: readonly DepartmentCall[];
  readonly ledger: MemoryLedger;
  /** The lines of the log since the last `forget`. */
  readonly log: readonly string[];
  token(claims?: Claims): Promise<string>;
  send(attack: Attack): Promise<Answer>;
  /** Sends a question as JSON. */
  post(question: unknown, attack?: Omit<Attack, 'body'>): Promise<Answer>;
  forget(): void;
  close(): Promise<void>;
}

export type GatewayOptions = Partial<Omit<DistrictOptions, 'ledger' | 'logger'>>;

/** Opens one over two departments with these registries; tokens are of an issuer that it knows by a file. */
export async function openAttackedGateway(options: GatewayOptions = {}): Promise<AttackedGateway> {
  const { key: issuer } = newSigningKey();
  const issuerKeys = openKeySetFile(issuer);
  const ledger = memoryLedger();
  const log: string[] = [];
  const calls: DepartmentCall[] = [];
  const district = await openDistrict({
    departments: twoDepartments,
    registries: {},
    ...options,
    ledger,
    logger: pino({ level: 'trace' }, { write: (line) => void log.push(line) }),
    settings: { TOKEN_KEYS: issuerKeys.path, ...options.settings },
  });
  for (const department of district.graph.departments) {
    const execute = department.execute.bind(department);
    jest.spyOn(department, 'execute').mockImplementation((asked, call, signal) => {
      calls.push(call);
      return execute(asked, call, signal);
    });
  }
  const listening = await listen(district.graph.app, '127.0.0.1', 0);
  const url = `${listening.url}/graphql`;

  const token = ({ role = 'caseworker', subject = 'user-7', divisions }: Claims = {}) =>
    new SignJWT({ role, ...(divisions ? { divisions } : {}) })
      .setProtectedHeader({ alg: 'EdDSA', kid: issuer.id })
      .setIssuer(district.databases.config.TOKEN_ISSUER)
      .setAudience(district.databases.config.TOKEN_AUDIENCE)
      .setSubject(subject)
      .setExpirationTime(now.getTime() / 1000 + 3600)
      .sign(issuer.key);

  const tokens = new Map<string, Promise<string>>();
  const headersOf = async (claims: Claims | null) =>
    claims && {
      authorization: `Bearer ${await once(tokens, JSON.stringify(claims), () => token(claims))}`,
      'x-access-purpose': purposesOf[claims.role ?? 'caseworker'][0] ?? '',
      'x-access-reason': 'test',
    };

  const send: AttackedGateway['send'] = async ({ as = {}, method = 'POST', search = '', headers, body }) => {
    const all = Object.entries({ ...(await headersOf(as)), ...headers });
    const sent = all.flatMap(([name, value]) =>
      [value].flat().flatMap((one: string) => (one === '' ? [] : [name, one])),
    );
    const response = await request(url + search, { method, headers: sent, body: body ?? null });
    const text = await response.body.text();
    return { status: response.statusCode, headers: response.headers, text, ...toldIn(text) };
  };

  return {
    ...{ district, url, calls, ledger, log, token, send },
    post: (question, attack = {}) =>
      send({
        ...attack,
        headers: { 'content-type': 'application/json', ...attack.headers },
        body: JSON.stringify(question),
      }),
    forget: () => {
      for (const kept of [log, calls, ledger.entries]) kept.length = 0;
      district.forget();
    },
    close: async () => {
      await listening.close();
      await district.close();
      issuerKeys.remove();
    },
  };
}

/** What was made for a key before, or is now. */
function once<T>(made: Map<string, T>, key: string, make: () => T): T {
  const one = made.get(key) ?? make();
  made.set(key, one);
  return one;
}

function toldIn(text: string): Pick<Answer, 'data' | 'errors' | 'codes'> {
  const { data = null, errors = [] } = (text === '' ? {} : JSON.parse(text)) as Partial<Answer>;
  return { data, errors, codes: errors.map(({ extensions }) => extensions['code']) };
}

/** What production needs beside keys of its own. */
export const production = { DEPLOYMENT: 'production', PERSON_KEY: 'ab'.repeat(32) };
