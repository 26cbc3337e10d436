import type { GraphQLDataSource } from '@apollo/gateway';
import { GraphQLDataSourceRequestKind } from '@apollo/gateway/dist/datasources/types';
import type { FetchNode } from '@apollo/query-planner';
import { GraphQLError } from 'graphql';
import { departmentErrors } from './department-errors';
import { entitiesAt } from './entities-at';
import { isTold, mergeAnswer, type Gathered } from './merge-answer';
import { placesBelow } from './places';
import { representation } from './representation';
import { isPlainName } from './response-names';
import type { Running } from './running';
import type { CompileContext, Step } from './step';

/** Asks a department, and gives its data, if any. What it answers of errors is noted. */
type Ask = (running: Running, representations?: readonly Gathered[]) => Promise<unknown>;

/** Compiles a fetch of root fields, or of what a department tells of the entities at a path; null where it cannot be. */
export function compileFetch(node: FetchNode, path: readonly string[], context: CompileContext): Step | null {
  const { inputRewrites, outputRewrites, contextRewrites, requires } = node;
  const hasRewrites = [inputRewrites, outputRewrites, contextRewrites].some((rewrites) => rewrites?.length);
  const ask = compileAsk(node, path, context);
  if (hasRewrites || !ask) return null;
  const places = placesBelow(context.places, path);
  if (!requires) {
    return noting(async (running) => {
      const told = await ask(running);
      if (isTold(told)) mergeAnswer(running.data, told, places);
    });
  }
  const represent = representation(requires, context.graph.supergraphSchema);
  if (!represent) return null;
  return async (running) => {
    const entities = entitiesAt(running.data, path);
    await noting(async () => {
      const asked = entities.flatMap((entity) => {
        const representation = represent(entity);
        return representation?.['__typename'] ? [{ entity, representation }] : [];
      });
      if (asked.length === 0) return;
      const told = await ask(
        running,
        asked.map((one) => one.representation),
      );
      if (!told) return;
      const answers = entitiesOf(told, asked.length);
      asked.forEach(({ entity }, index) => {
        const answer = answers[index];
        if (!isTold(answer)) return;
        const typename = entity['__typename'];
        mergeAnswer(entity, answer, places);
        // One that does not say what it is stays what it was asked as.
        if (!answer['__typename']) entity['__typename'] = typename;
      });
    })(running);
  };
}

/** What fails in a fetch leaves the others as they are. */
function noting(step: Step): Step {
  return async (running) => {
    try {
      await step(running);
    } catch (error) {
      const originalError = error as Error;
      const isOurs = originalError instanceof GraphQLError;
      running.errors.push(
        isOurs ? originalError : new GraphQLError(originalError.message, { originalError }),
      );
    }
  };
}

function compileAsk(node: FetchNode, path: readonly string[], { graph }: CompileContext): Ask | null {
  const { serviceName: department, operation: query, operationName, variableUsages: names = [] } = node;
  const dataSource: GraphQLDataSource | undefined = graph.dataSources[department];
  if (!dataSource || !names.every((name) => isPlainName(name) && name !== 'representations')) return null;
  return async ({ data, errors, variables: given, context, incoming }, representations) => {
    const variables: Gathered = {};
    for (const name of names) {
      if (Object.hasOwn(given, name) && given[name] !== undefined) variables[name] = given[name];
    }
    if (representations) variables['representations'] = representations;
    const answer = await dataSource.process({
      kind: GraphQLDataSourceRequestKind.INCOMING_OPERATION,
      request: { query, variables, ...(operationName === undefined ? {} : { operationName }) },
      incomingRequestContext: incoming,
      context,
      ...(node.operationDocumentNode ? { document: node.operationDocumentNode } : {}),
      pathInIncomingRequest: [...path],
    });
    if (answer.errors) {
      const ofEntities = representations !== undefined;
      errors.push(...departmentErrors(answer.errors, { department, ofEntities, path, data }));
    }
    return answer.data;
  };
}

function entitiesOf(told: unknown, count: number): readonly unknown[] {
  const entities = isTold(told) ? told['_entities'] : undefined;
  if (!Array.isArray(entities)) throw new Error('Expected "data._entities" in response to be an array');
  if (entities.length !== count) throw new Error(`Expected "data._entities" to contain ${count} elements`);
  return entities as readonly unknown[];
}
