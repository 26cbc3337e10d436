import { departmentVariable } from '../../schema/config/read-config';
import { departments } from '../../subgraphs';
import { keepsRecords, keepsRegistries } from '../../subgraphs/runtime/define-subgraph';
import { department, type Processes, type Running } from './processes';

/** The names of all departments. */
export const departmentNames: readonly string[] = departments.map(({ name }) => name);

/** Those whose registries are asked about the households that civil affairs tells. */
export const registryDepartments = departments
  .filter(keepsRegistries)
  .map(({ name }) => name)
  .filter((name) => name !== 'civil-affairs');

/** Those that keep nothing, and make something of what the others say. */
export const assessingDepartments = departments
  .filter((subgraph) => !keepsRecords(subgraph))
  .map(({ name }) => name);

/** Those that work by themselves, and keep what came of it: nobody else answers by what they say. */
export const workingDepartments = departments
  .filter(({ begin }) => begin !== undefined)
  .map(({ name }) => name);

/** Starts departments in processes of their own, all at once. */
export async function serveDepartments(
  processes: Processes,
  names: readonly string[] = departmentNames,
): Promise<ReadonlyMap<string, Running>> {
  const serve = async (name: string) => [name, await processes.serve({ command: department(name) })] as const;
  return new Map(await Promise.all(names.map(serve)));
}

/** Where departments answer. */
export function urlsOf(running: ReadonlyMap<string, { readonly url: string }>): ReadonlyMap<string, string> {
  return new Map([...running].map(([name, { url }]) => [name, url]));
}

/** What tells a gateway where departments answer. */
export function settingsOfUrls(urls: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
  return Object.fromEntries([...urls].map(([name, url]) => [departmentVariable(name, 'URL'), url]));
}
