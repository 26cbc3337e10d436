import { ConfigError } from './config-error';

type Reads = Readonly<Record<string, () => unknown>>;
type Read<T extends Reads> = { readonly [Name in keyof T]: ReturnType<T[Name]> };

/** Reads several settings. Whoever has to mend them is told of all that do not hold at once, in one ConfigError. */
export function readTogether<T extends Reads>(reads: T): Read<T> {
  const problems: ConfigError['problems'][number][] = [];
  const values = Object.entries(reads).map(([name, read]) => {
    try {
      return [name, read()] as const;
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      problems.push(...error.problems);
      return [name, undefined] as const;
    }
  });
  if (problems.length > 0) throw new ConfigError(problems);
  return Object.fromEntries(values) as Read<T>;
}
