import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** A module as it was built, by its path in the project. */
export const built = (path) => require(`../../../dist/${path}.js`);
