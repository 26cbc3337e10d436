import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { AccessTable } from '../../schema/access/access-table';
import { errorCatalogue } from '../../schema/wire/error-catalogue';
import type { GatewayContext } from '../gateway-context';
import { refusedFields } from './refused-fields';

/** How many of the refused fields an error names. */
const named = 20;

/**
 * Refuses an operation whole, before anything is asked, where it selects a field that the caller may not read.
 * `everybodyReadsSchema` opens introspection to all who are known, as a development machine does.
 */
export function accessPlugin(
  access: AccessTable,
  { everybodyReadsSchema }: { readonly everybodyReadsSchema: boolean },
): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ document, operationName, schema, contextValue }) => {
          const { scopes } = contextValue.principal;
          const held = everybodyReadsSchema ? new Set([...scopes, 'schema:read']) : scopes;
          const refused = refusedFields(document, operationName ?? '', schema, access, held);
          if (refused.length > 0) throw forbidden(refused);
          return Promise.resolve();
        },
      }),
  };
}

function forbidden(fields: readonly string[]): GraphQLError {
  const { en, status } = errorCatalogue.FORBIDDEN;
  return new GraphQLError(en, {
    extensions: { code: 'FORBIDDEN', fields: fields.slice(0, named), http: { status } },
  });
}
