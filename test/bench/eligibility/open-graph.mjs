import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { pino } = require('pino');
const { readConfig } = require('../../../dist/schema/config/read-config.js');
const { departments } = require('../../../dist/subgraphs/index.js');
const { openGraph } = require('../../../dist/gateway/main.js');
const { askerOf } = require('../../../dist/gateway/trials/ask-eligibility.js');

const question = /* GraphQL */ `
  query Outcomes($ids: [ID!]!) {
    households(ids: $ids) {
      eligibility {
        outcome
      }
    }
  }
`;

/** A bench is about how long an answer takes: nothing may be cut off, nor any household be one too many. */
const patience = {
  REQUEST_DEADLINE_MS: '600000',
  DEPARTMENT_DEADLINE_MS: '600000',
  ASSISTANCE_HOUSEHOLDS_PER_HOUR: '10000000',
  LOG_LEVEL: 'silent',
};

/**
 * The graph in this process, which counts what it does. `onRepresentations` may be set to be shown the households
 * with their facts, as they reach the department that assesses them.
 */
export async function openCountingGraph(env) {
  const config = readConfig(
    { ...env, ...patience },
    departments.map(({ name }) => name),
  );
  const logger = pino({ level: 'silent' });
  const opened = { statements: 0, fetches: 0, onRepresentations: undefined };
  const graph = await openGraph({ config, logger, onStatement: () => void (opened.statements += 1) });
  for (const department of graph.departments) {
    const execute = department.execute.bind(department);
    department.execute = (request, ...rest) => {
      opened.fetches += 1;
      if (department.subgraph.name === 'eligibility') {
        opened.onRepresentations?.(request.variables.representations);
      }
      return execute(request, ...rest);
    };
  }
  const ask = await askerOf(graph, config, logger);
  const databases = new Map(graph.departments.map(({ subgraph, database }) => [subgraph.name, database]));
  return Object.assign(opened, {
    close: () => graph.close(),
    /** Selects straight from a department's database. */
    select: (department, sql, values) => databases.get(department).select(sql, values),
    /** The outcomes of a page of households, in its order. */
    outcomes: async (ids) => {
      const { data, errors } = await ask(question, { ids });
      if (errors) throw new Error(`the graph answered with ${errors[0].extensions.code}`);
      return data.households.map(({ eligibility }) => eligibility.outcome);
    },
  });
}
