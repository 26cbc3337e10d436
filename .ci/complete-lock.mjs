// Some registries do not serve every platform's optional binary. npm then leaves those packages out of
// package-lock.json, and `npm ci` on another machine refuses the lock. This adds the missing entries.
//   node .ci/complete-lock.mjs            writes them (run it after `npm install`)
//   node .ci/complete-lock.mjs --check    lists them and exits 1 when there are any
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'win32'];
const processors = ['arm', 'arm64', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

/** The platform that a name such as `@swc/core-linux-arm-gnueabihf` stands for, in the lock's own fields. */
function platformOf(name) {
  const words = name.split(/[-/]/);
  const os = words.find((word) => systems.includes(word));
  const cpu = words.find((word) => processors.includes(word));
  const libc = words.some((word) => word.startsWith('musl'))
    ? 'musl'
    : words.some((word) => word.startsWith('gnu'))
      ? 'glibc'
      : undefined;
  return {
    ...(cpu && { cpu: [cpu] }),
    ...(os === 'linux' && libc && { libc: [libc] }),
    ...(os && { os: [os] }),
  };
}

/** Node's own look-up: beside the package, then in each node_modules above it. */
function isLocked(from, name) {
  for (let at = from; ; at = at.slice(0, Math.max(at.lastIndexOf('/node_modules/'), 0))) {
    if (`${at ? `${at}/` : ''}node_modules/${name}` in lock.packages) return true;
    if (at === '') return false;
  }
}

const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {}, dev }]) =>
  Object.entries(optionalDependencies)
    .filter(([name]) => !isLocked(path, name))
    .map(([name, version]) => ({ name, version, ...(dev && { dev }) })),
);

if (process.argv.includes('--check')) {
  for (const { name, version } of missing) console.log(`package-lock.json lacks ${name}@${version}`);
  if (missing.length > 0) console.log('Run `npm run lock` and commit package-lock.json.');
  process.exit(missing.length > 0 ? 1 : 0);
}

for (const { name, version, ...rest } of missing) {
  if (!/^\d+\.\d+\.\d+/.test(version)) throw new Error(`${name}: "${version}" is a range; lock it by hand`);
  const entry = Object.entries({ ...rest, optional: true, ...platformOf(name) }).sort();
  lock.packages[`node_modules/${name}`] = { version, ...Object.fromEntries(entry) }; // npm's own order
}
const sorted = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
if (missing.length > 0)
  writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
console.log(`${missing.length} entries added to package-lock.json`);
