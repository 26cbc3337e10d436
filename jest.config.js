/** @type {import('jest').Config} */
module.exports = {
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testEnvironment: 'node',
  transform: {
    '^.+\\.(t|j|mj|cj)s$': [
      '@swc/jest',
      { jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  // jose ships ES modules only, and Hive's runtime imports one as it runs; Jest's own loader needs CommonJS.
  transformIgnorePatterns: ['/node_modules/(?!(jose|@graphql-hive/router-runtime)/)'],
  // Suites that start processes wait for them much of the time: on two cores, Jest alone would use one.
  maxWorkers: 2,
  // How long a test takes is no test: a busy machine takes five times as long as a quiet one.
  testTimeout: 30_000,
  globalSetup: '<rootDir>/test/support/build.js',
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
};
