import { resolve } from 'node:path';
import { z } from 'zod';
import { packageRoot } from '../package-root';
import { breakerVariables } from './breaker-variables';
import { ConfigError } from './config-error';
import { loadVariables } from './load-variables';
import { mergeVariables } from './merge-variables';

const databaseUrl = /^(mysql|mariadb):\/\/[^/]+(\/[A-Za-z0-9_]*)?$/;
const ledgerUrl = /^((mysql|mariadb):\/\/[^/]+\/[A-Za-z0-9_]+|(?![a-z]+:\/\/).+)$/;
const httpUrl = /^https?:\/\/[^/]+(\/.*)?$/;
const loopback = /^(localhost|127(\.\d{1,3}){3}|::1)$/;

const milliseconds = (fallback: number) => z.coerce.number().int().min(1).max(600_000).default(fallback);

const quota = (fallback: number) => z.coerce.number().int().min(1).max(10_000_000).default(fallback);

/** Every variable with its form, its default and, as description, what a start is told to expect. */
const variables = z.object({
  DEPLOYMENT: z
    .enum(['development', 'production'])
    .default('development')
    .describe('development or production'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000).describe('a port from 0 to 65535'),
  HOST: z.string().min(1).optional().describe('an address to listen on; in development a loopback one'),
  DATA_DIR: z.string().min(1).default('./data').describe('a folder that can be written'),
  DATABASE_URL: z
    .string()
    .regex(databaseUrl)
    .optional()
    .describe('mysql://USER:PASSWORD@HOST:PORT/PREFIX, or nothing for SQLite files in DATA_DIR'),
  PERSON_KEY: z
    .string()
    .regex(/^[0-9a-f]{64,}$/i)
    .optional()
    .describe('at least 64 hexadecimal digits, the same in every department'),
  GATEWAY_SIGNING_KEY: z
    .string()
    .min(1)
    .optional()
    .describe('a file with the gateway’s private Ed25519 key as a JWK'),
  GATEWAY_PUBLIC_KEYS: z
    .string()
    .min(1)
    .optional()
    .describe('a file with the gateways’ public Ed25519 keys as a JWK set'),
  TOKEN_KEYS: z
    .string()
    .min(1)
    .optional()
    .describe('a file or an http(s) URL with the token issuer’s JWK set'),
  GATEWAY_URL: z
    .string()
    .regex(httpUrl)
    .optional()
    .describe(
      'the http(s) URL of the gateway’s GraphQL endpoint, where a department that asks the graph itself runs alone',
    ),
  GATEWAY_TOKEN: z
    .string()
    .min(1)
    .optional()
    .describe(
      'a file with the access token of a department that asks the graph itself, of role verification',
    ),
  TOKEN_ISSUER: z.string().min(1).default('household-federation').describe('the issuer of access tokens'),
  TOKEN_AUDIENCE: z.string().min(1).default('household-federation').describe('the audience of access tokens'),
  REQUEST_DEADLINE_MS: milliseconds(3000).describe('milliseconds for a whole request, 1 to 600000'),
  DEPARTMENT_DEADLINE_MS: milliseconds(800).describe(
    'milliseconds for one call to a department, at most REQUEST_DEADLINE_MS',
  ),
  ...loadVariables,
  ...breakerVariables,
  ...mergeVariables,
  MAX_RESPONSE_BYTES: z.coerce
    .number()
    .int()
    .min(1024)
    // A page of 200 households of four, with a row about each of them in every registry.
    .default(4 * 1024 * 1024)
    .describe('bytes that a department’s answer may have, at least 1024; the same in every process'),
  LEDGER_URL: z
    .string()
    .regex(ledgerUrl)
    .optional()
    .describe('where the access ledger is kept: mysql://USER:PASSWORD@HOST:PORT/DATABASE or a file’s path'),
  LEDGER_SIGNING_KEY: z
    .string()
    .min(1)
    .optional()
    .describe('a file with the private Ed25519 key, as a JWK, that signs the heads of the access ledger'),
  LEDGER_PUBLIC_KEYS: z
    .string()
    .min(1)
    .optional()
    .describe(
      'a file with the public Ed25519 keys, as a JWK set, by which heads of the access ledger are verified',
    ),
  LEDGER_WITNESS: z
    .string()
    .min(1)
    .optional()
    .describe(
      'a file for the signed heads of the access ledger, outside its database; else ledger-heads.jsonl in DATA_DIR',
    ),
  REPORT_SIGNING_KEY: z
    .string()
    .min(1)
    .optional()
    .describe('a file with the private Ed25519 key, as a JWK, that signs verification reports'),
  REPORT_PUBLIC_KEYS: z
    .string()
    .min(1)
    .optional()
    .describe(
      'a file with the public Ed25519 keys, as a JWK set, by which verification reports are verified',
    ),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\/[^/]+(\/\d*)?$/)
    .optional()
    .describe(
      'redis://HOST:PORT/NUMBER where several processes share nonces and budgets; else each has its own',
    ),
  ASSISTANCE_HOUSEHOLDS_PER_HOUR: quota(20_000).describe(
    'how many different households the assistance system may ask for within an hour',
  ),
  VERIFIER_HOUSEHOLDS_PER_HOUR: quota(500).describe(
    'how many different households one verifier may ask for within an hour',
  ),
  VERIFICATION_TIER_HOURS: z.coerce
    .number()
    .int()
    .min(1)
    .max(240)
    .default(24)
    .describe('hours for which registries of a tier that are silent are asked again, 1 to 240'),
  VERIFICATION_LEASE_SECONDS: z.coerce
    .number()
    .int()
    .min(1)
    .max(600)
    .default(30)
    .describe(
      'seconds after which what a killed process was asking is asked by another, longer than a group takes, 1 to 600',
    ),
  VERIFICATION_RATES: z
    .string()
    .regex(/^\w+=\d+\/(s|min|h)(,\w+=\d+\/(s|min|h))*$/)
    .optional()
    .describe('how many households registries may be asked about, such as vehicles=200/min,taxes=50/s'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
    .default('info')
    .describe('fatal, error, warn, info, debug or silent'),
});

/** The names of all variables but those of single departments, with what each expects. */
export const expectations: ReadonlyMap<string, string> = new Map(
  Object.entries(variables.shape).map(([name, type]) => [name, type.description ?? '']),
);

/** Every variable for the documentation, with the default that holds where it is left out. */
export function configVariables(): { name: string; expected: string; fallback: string | undefined }[] {
  const defaults = variables.parse({});
  return [...expectations].map(([name, expected]) => ({
    name,
    expected,
    fallback: defaults[name as keyof Variables]?.toString(),
  }));
}

type Variables = z.infer<typeof variables>;

/** The settings of one process. */
export interface Config extends Omit<Variables, 'HOST' | 'DRAIN_DELAY_MS'> {
  readonly HOST: string;
  readonly DRAIN_DELAY_MS: number;
  /** Where departments that run elsewhere answer, by department. */
  readonly departmentUrls: ReadonlyMap<string, string>;
  /** Databases of single departments, by department. */
  readonly departmentDatabases: ReadonlyMap<string, string>;
}

/** Whoever spreads requests over gateways has to see that one is to end; where nobody does, there is nothing to wait for. */
function drainDelayOf({ DRAIN_DELAY_MS: given, DEPLOYMENT: deployment }: Variables): number {
  return given ?? (deployment === 'production' ? 3_000 : 0);
}

/** The environment variable of one department, such as PUBLIC_SECURITY_URL. */
export function departmentVariable(department: string, suffix: 'URL' | 'DATABASE_URL'): string {
  return `${department.toUpperCase().replaceAll('-', '_')}_${suffix}`;
}

/**
 * Reads and checks the environment, once, at the start of a process. An empty variable counts as absent.
 * Throws a ConfigError that lists all that is wrong.
 */
export function readConfig(env: NodeJS.ProcessEnv, departments: readonly string[]): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const problems: { variable: string; expected: string }[] = [];
  const expect = (variable: string, expected = expectations.get(variable) ?? '') =>
    void problems.push({ variable, expected });

  const parsed = variables.safeParse(given);
  for (const issue of parsed.error?.issues ?? []) expect(String(issue.path[0]));
  const perDepartment = (suffix: 'URL' | 'DATABASE_URL', form: RegExp, expected: string) =>
    new Map(
      departments.flatMap((department) => {
        const variable = departmentVariable(department, suffix);
        const value = given[variable];
        if (value === undefined) return [];
        if (!form.test(value)) expect(variable, expected);
        return [[department, value] as const];
      }),
    );
  const departmentUrls = perDepartment(
    'URL',
    httpUrl,
    'the http(s) URL of the department’s GraphQL endpoint',
  );
  const departmentDatabases = perDepartment(
    'DATABASE_URL',
    databaseUrl,
    'mysql://USER:PASSWORD@HOST:PORT/DATABASE',
  );

  const values = parsed.data;
  if (!values) throw new ConfigError(problems);
  const development = values.DEPLOYMENT === 'development';
  if (values.DEPARTMENT_DEADLINE_MS > values.REQUEST_DEADLINE_MS) expect('DEPARTMENT_DEADLINE_MS');
  if (development && values.HOST && !loopback.test(values.HOST)) expect('HOST');
  if (problems.length > 0) throw new ConfigError(problems);
  return {
    ...values,
    HOST: values.HOST ?? (development ? '127.0.0.1' : '0.0.0.0'),
    DRAIN_DELAY_MS: drainDelayOf(values),
    DATA_DIR: resolve(packageRoot, values.DATA_DIR),
    departmentUrls,
    departmentDatabases,
  };
}
