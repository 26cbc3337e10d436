import { isScalarType, type GraphQLSchema } from 'graphql';
import { scalars } from '../schema/values/scalars';

/**
 * Teaches the scalars of a schema that was read from SDL, where they have a name alone, to refuse what is not
 * of their form: what somebody sends as much as what a department answers.
 */
export function withScalars(schema: GraphQLSchema): GraphQLSchema {
  for (const { name, serialize, parseValue, parseLiteral } of Object.values(scalars)) {
    const type = schema.getType(name);
    if (isScalarType(type)) Object.assign(type, { serialize, parseValue, parseLiteral });
  }
  return schema;
}
