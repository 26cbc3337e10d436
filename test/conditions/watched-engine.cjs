// Loads the compiled rules so that each of their conditions tells what it was.
const { readFileSync } = require('node:fs');
const path = require('node:path');
const { instrument } = require('./instrument.cjs');
const unreachable = require('./unreachable.cjs');

const root = path.resolve(__dirname, '../..');
const engine = path.join(root, 'dist/subgraphs/eligibility/engine');
// How facts are read has tests of its own: a case cannot send what the graph never sends.
const folders = ['rules', 'property', 'income', 'relief', 'hardship', 'household', 'findings', 'estimate'];

const TRUE = 1;
const FALSE = 2;
const words = ['never reached', 'never false', 'never true'];

/** From now on, what is required of the rules is watched. */
function watch() {
  const conditions = [];
  const seen = [];
  globalThis.__condition = (number, value) => {
    seen[number] |= value ? TRUE : FALSE;
    return value;
  };
  const load = require.extensions['.js'];
  require.extensions['.js'] = (module, file) => {
    if (!folders.includes(path.relative(engine, path.dirname(file)))) return load(module, file);
    const found = instrument(readFileSync(file, 'utf8'), path.relative(root, file), conditions.length);
    conditions.push(...found.conditions);
    seen.push(...found.conditions.map(() => 0));
    return module._compile(found.code, file);
  };
  return {
    conditions,
    /** A line for each condition that was not seen both true and false, though it could be. */
    unseen: () =>
      conditions.flatMap((condition, number) =>
        seen[number] === (TRUE | FALSE) || unreachable.has(keyOf(condition))
          ? []
          : [`${condition.file}:${condition.line}: ${condition.text}: ${words[seen[number]]}`],
      ),
  };
}

function keyOf({ file, text }) {
  return `${path.basename(file, '.js')}: ${text}`;
}

module.exports = { watch, root, engine };
