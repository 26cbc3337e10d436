import { LocalGraphQLDataSource } from '@apollo/gateway';
import { buildSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLResolverMap } from '@apollo/subgraph/dist/schema-helper';
import { parse } from 'graphql';
import { oversightSdl } from '../../schema/department-sdl';
import { formatInstant } from '../../schema/values/instant';
import { scalars } from '../../schema/values/scalars';
import type { GatewayContext } from '../gateway-context';
import type { Ledger } from '../ledger/ledger';
import { accessLog, type AccessLogArguments, type PageArguments } from './access-log';
import { registries, type RegistriesOptions, type RegistryView } from './registries';

export interface OversightOptions extends RegistriesOptions {
  readonly ledger: Ledger;
}

/** The subgraph that the gateway resolves itself: what it knows of departments and of itself. */
export function oversightDataSource(options: OversightOptions): LocalGraphQLDataSource<GatewayContext> {
  const resolvers: GraphQLResolverMap<GatewayContext> = {
    Query: {
      registries: (_: unknown, _args, context) => registries(options, context),
      accessLog: (_: unknown, args: AccessLogArguments, context) => accessLog(options.ledger, args, context),
    },
    Person: {
      accesses: ({ id }: { readonly id: string }, args: PageArguments, context) =>
        accessLog(options.ledger, { ...args, filter: { personId: id } }, context),
    },
    Registry: {
      lastErrorAt: ({ lastErrorAt }: RegistryView) => lastErrorAt && formatInstant(lastErrorAt),
    },
  };
  const typeDefs = parse(oversightSdl());
  return new LocalGraphQLDataSource(
    buildSubgraphSchema({ typeDefs, resolvers: { ...scalars, ...resolvers } }),
  );
}
