// Tries the engine for Stryker within one process, in which a change is switched on and off: to start anew for each
// would take longer than all the trials together.
import { readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import path from 'node:path';
import { transformSync } from '@swc/core';

const properties = 'test/subgraphs/eligibility/engine/properties.test.ts';

/** What the instrumented engine shares with whoever runs it: which change is on, and which were passed by. */
const shared = (globalThis.__stryker__ ??= {});

/** Scripts by their files: what is loaded anew for a change is not compiled anew. */
const compiled = new Map();

Module._extensions['.ts'] = (module, file) => {
  if (!compiled.has(file)) compiled.set(file, compile(file));
  module._compile(compiled.get(file), file);
};

function compile(file) {
  const { code } = transformSync(readFileSync(file, 'utf8'), {
    filename: file,
    configFile: false,
    swcrc: false,
    jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
    module: { type: 'commonjs' },
  });
  return code;
}

class EngineRunner {
  #require = createRequire(path.join(process.cwd(), 'package.json'));
  #trials;

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {}

  async dispose() {}

  async dryRun() {
    shared.activeMutant = undefined;
    shared.mutantCoverage = { static: {}, perTest: {} };
    const tests = [];
    for (const { title, run } of this.#load()) {
      shared.currentTestId = title;
      const started = Date.now();
      const problems = run();
      const told = { id: title, name: title, timeSpentMs: Date.now() - started };
      tests.push(
        problems.length === 0
          ? { ...told, status: 0 }
          : { ...told, status: 1, failureMessage: problems.join('; ') },
      );
    }
    shared.currentTestId = undefined;
    return { status: 'complete', tests, mutantCoverage: shared.mutantCoverage };
  }

  async mutantRun({ activeMutant, hitLimit, mutantActivation, reloadEnvironment, testFilter }) {
    shared.mutantCoverage = undefined;
    shared.hitCount = hitLimit === undefined ? undefined : 0;
    shared.hitLimit = hitLimit;
    if (reloadEnvironment) this.#unload();
    shared.activeMutant = mutantActivation === 'static' ? activeMutant.id : undefined;
    let nrOfTests = 0;
    let title = 'the start';
    try {
      const trials = this.#load().filter((trial) => !testFilter || testFilter.includes(trial.title));
      shared.activeMutant = activeMutant.id;
      for (const trial of trials) {
        title = trial.title;
        nrOfTests += 1;
        const problems = trial.run();
        if (problems.length > 0) return killed(title, problems.join('; '), nrOfTests);
      }
      return { status: 'survived', nrOfTests };
    } catch (error) {
      return shared.hitCount > shared.hitLimit
        ? { status: 'timeout', reason: 'it went round and round' }
        : killed(title, String(error), nrOfTests);
    } finally {
      shared.activeMutant = undefined;
    }
  }

  /** The trials, on the engine as it is loaded the first time or after it was unloaded. */
  #load() {
    return (this.#trials ??= this.#loaded());
  }

  #loaded() {
    const { trialsOf } = this.#require('./test/mutation/trials.ts');
    return [
      ...trialsOf(process.env.CAPTURED_CASES),
      // Last, since they take longest: only a change that all others let through is tried on them.
      { title: 'the property tests', run: () => this.#tryProperties() },
    ];
  }

  #unload() {
    this.#trials = undefined;
    const sandbox = process.cwd() + path.sep;
    for (const file of Object.keys(this.#require.cache)) {
      if (file.startsWith(sandbox) && file.endsWith('.ts')) delete this.#require.cache[file];
    }
  }

  /** They keep what they found, so the file is loaded anew each time. */
  #tryProperties() {
    const file = this.#require.resolve(`./${properties}`);
    delete this.#require.cache[file];
    return problemsOf(() => this.#require(file));
  }
}

function killed(title, failureMessage, nrOfTests) {
  return { status: 'killed', killedBy: [title], failureMessage, nrOfTests };
}

/**
 * Runs a file that is written for Jest, of whose words it may use these. Only tests of a table are run: the others say
 * that there are households enough, and a change is tried on few.
 */
function problemsOf(load) {
  const problems = [];
  const befores = [];
  const tests = [];
  const expect = (received) => ({
    toBeUndefined: () => received === undefined || problems.push(received),
  });
  const it = () => undefined;
  it.each = (list) => (name, run) => tests.push(...list.map((given) => () => run(given)));
  Object.assign(globalThis, {
    describe: (_, run) => run(),
    beforeAll: (run) => befores.push(run),
    it,
    expect,
  });
  load();
  for (const run of [...befores, ...tests]) run();
  return problems;
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'engine', injectableClass: EngineRunner }];
