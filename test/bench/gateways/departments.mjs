import { built } from './built.mjs';

const { departments } = built('subgraphs/index');
const { departmentVariable } = built('schema/config/read-config');

/** Starts every department as a process of its own over a district, and gives them by name. */
export async function serveDepartments(processes, env) {
  const serve = async (name) => [
    name,
    await processes.serve(['dist/subgraphs/runtime/cli/serve.js', name], env),
  ];
  return new Map(await Promise.all(departments.map(({ name }) => serve(name))));
}

/** What tells a gateway where departments answer. */
export function urlSettings(running) {
  return Object.fromEntries([...running].map(([name, { url }]) => [departmentVariable(name, 'URL'), url]));
}
