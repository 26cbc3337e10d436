/**
 * Which part may import which, and because of what. Paths are relative to the folder that is cruised, so the
 * same rules run over the project and over `planted/`, where each of them is broken once.
 */
const path = require('node:path');

const product = '^(gateway|schema|subgraphs)/';
const runtime = '^subgraphs/runtime/';
const department = { path: '^subgraphs/([^/]+)/', pathNot: runtime };
const packages = (...names) => `node_modules/(${names.join('|')})/`;

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const forbidden = [
  {
    name: 'gateway-to-schema-only',
    comment:
      'because a department must be able to run, fail and be replaced in a process of its own; main.ts and what ' +
      'tries the whole graph out put all of them together',
    severity: 'error',
    from: {
      path: '^gateway/',
      pathNot: ['^gateway/main\\.ts$', '^gateway/trials/', '^gateway/ledger(/|\\.ts$)'],
    },
    to: { path: '^subgraphs/' },
  },
  {
    name: 'ledger-to-database-only',
    comment:
      'because the ledger is kept in a database like any registry, and needs nothing else of the runtime',
    severity: 'error',
    from: { path: '^gateway/ledger(/|\\.ts$)' },
    to: { path: '^subgraphs/', pathNot: '^subgraphs/runtime/database(/|\\.ts$)' },
  },
  {
    name: 'subgraphs-not-to-gateway',
    comment: 'because who may ask, and the record of it, is decided before a department is reached',
    severity: 'error',
    from: { path: '^subgraphs/' },
    to: { path: '^gateway/' },
  },
  {
    name: 'department-not-to-department',
    comment:
      'because departments share persons by the graph, not by code: each is a legal holder of its own data',
    severity: 'error',
    from: { ...department, pathNot: [runtime, '^subgraphs/verification/'] },
    to: { path: '^subgraphs/', pathNot: ['^subgraphs/$1/', runtime] },
  },
  {
    name: 'verification-to-rules-only',
    comment: 'because the check centre applies the published rules, but reads facts only through the gateway',
    severity: 'error',
    from: { path: '^subgraphs/verification/' },
    to: {
      path: '^subgraphs/',
      pathNot: ['^subgraphs/verification/', runtime, '^subgraphs/eligibility/(engine|policies)(/|\\.ts$)'],
    },
  },
  {
    name: 'engine-is-pure',
    comment:
      'because an outcome must follow from facts and policy alone, with no database, clock or GraphQL near',
    severity: 'error',
    from: { path: '^subgraphs/eligibility/engine/' },
    to: { pathNot: ['^subgraphs/eligibility/engine/', '^schema/values/'] },
  },
  {
    name: 'sample-writes-files-only',
    comment:
      'because made-up people reach a registry as true ones do, through its exchange file, and know no code of it',
    severity: 'error',
    from: { path: '^subgraphs/sample/' },
    to: {
      pathNot: ['^subgraphs/sample/', '^schema/values/', packages('csv-stringify')],
      dependencyTypesNot: ['core'],
    },
  },
  {
    name: 'runtime-names-no-department',
    comment: 'because adding a department is a folder and a line in the list, never a change of the runtime',
    severity: 'error',
    from: { path: runtime, pathNot: '^subgraphs/runtime/cli/' },
    to: { path: '^subgraphs/', pathNot: runtime },
  },
  {
    name: 'command-line-reads-the-list',
    comment:
      'because a command line is a composition root: it may see the list and the sample, and picks from them',
    severity: 'error',
    from: { path: '^subgraphs/runtime/cli/' },
    to: { path: '^subgraphs/', pathNot: [runtime, '^subgraphs/(index|fill-with-sample)\\.ts$'] },
  },
  {
    name: 'schema-not-up',
    comment: 'because the contract is what two processes agree on, and it stands before both of them',
    severity: 'error',
    from: { path: '^schema/' },
    to: { path: '^(gateway|subgraphs|test)/' },
  },
  {
    name: 'schema-needs-little',
    comment:
      'because whoever adopts the contract adopts its packages: GraphQL, its federation, zod and jose, and ioredis, ' +
      'since gateway and departments open a Redis the same way',
    severity: 'error',
    from: { path: '^schema/' },
    to: { path: 'node_modules/', pathNot: packages('graphql', '@apollo/[^/]+', 'zod', 'jose', 'ioredis') },
  },
  {
    name: 'values-stand-alone',
    comment: 'because a value is parsed once at the edge and trusted inside, the engine included',
    severity: 'error',
    from: { path: '^schema/values/' },
    to: { pathNot: ['^schema/values/', packages('graphql')], dependencyTypesNot: ['core'] },
  },
  {
    name: 'no-cycle',
    comment: 'because parts that need each other are one part that cannot be read in any order',
    severity: 'error',
    from: { path: product },
    to: { circular: true },
  },
  {
    name: 'product-not-to-test',
    comment: 'because what is tested must run without its tests',
    severity: 'error',
    from: { path: product },
    to: { path: '^test/' },
  },
  {
    name: 'product-needs-listed-packages',
    comment: 'because an installation with `npm ci --omit=dev` must start',
    severity: 'error',
    from: { path: product },
    to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
  },
  {
    name: 'every-import-resolves',
    comment: 'because an import that the checker cannot follow is one that no rule above is held against',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
];

module.exports = {
  forbidden,
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: path.resolve(__dirname, '../../tsconfig.json') },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
