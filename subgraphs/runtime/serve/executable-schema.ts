import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse, type GraphQLSchema } from 'graphql';
import { departmentSdl } from '../../../schema/department-sdl';
import { scalars } from '../../../schema/values/scalars';
import type { Resolvers } from '../define-subgraph';

/** A department's schema with its resolvers. */
export function executableSchema(name: string, resolvers: Resolvers): GraphQLSchema {
  return buildSubgraphSchema({
    typeDefs: parse(departmentSdl(name)),
    resolvers: { ...scalars, ...resolvers },
  });
}
