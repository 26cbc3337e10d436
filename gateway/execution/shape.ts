import {
  isCompositeType,
  isCustomScalarType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isSubtype,
  isValidLeafValue,
  typenameFieldName,
  type CompositeType,
  type Operation,
  type Schema,
  type SelectionSet,
  type Type,
} from '@apollo/federation-internals';
import { collectFields } from './collect-fields';
import type { Flags } from './flags';
import { isTold, type Gathered, type Told } from './merge-answer';

/** Makes of data what was asked for. Throws `unfit` where the data does not fit the schema or cannot be told to. */
export type Shape = (value: unknown) => unknown;

/** Of such data Apollo's own shaping has to tell what is wrong; in answers that are whole there is none. */
export const unfit = Symbol('data that does not fit what was asked for');

/** The answer to an operation under some values of its flags. */
export function shapeOf(operation: Operation, flags: Flags): Shape {
  const schema = operation.schema();
  const root = schema.schemaDefinition.rootType(operation.rootKind);
  if (!root) throw new Error(`the schema has no ${operation.rootKind}`);
  return shapeObject(root, [operation.selectionSet], { schema, flags });
}

interface ShapeContext {
  readonly schema: Schema;
  readonly flags: Flags;
}

function shapeType(type: Type, below: readonly SelectionSet[], context: ShapeContext): Shape {
  if (isNonNullType(type)) {
    const shape = shapeType(type.ofType as Type, below, context);
    return (value) => shape(value) ?? doesNotFit();
  }
  if (isListType(type)) {
    const shape = shapeType(type.ofType as Type, below, context);
    return (value) => {
      if (value === null || value === undefined) return null;
      return Array.isArray(value) ? value.map((item) => shape(item)) : doesNotFit();
    };
  }
  return isCompositeType(type) ? shapeObject(type, below, context) : shapeLeaf(type, context.schema);
}

const jsonTypes: Readonly<Record<string, string>> = { String: 'string', ID: 'string', Boolean: 'boolean' };

function shapeLeaf(type: Type, schema: Schema): Shape {
  if (isCustomScalarType(type)) return (value) => value ?? null;
  const words = isEnumType(type) ? new Set<unknown>(type.values.map(({ name }) => name)) : undefined;
  const jsonType = jsonTypes[String(type)];
  const fits = (value: unknown): boolean =>
    words ? words.has(value) : typeof value === jsonType || isValidLeafValue(schema, value, type as never);
  return (value) => {
    if (value === null || value === undefined) return null;
    return fits(value) ? value : doesNotFit();
  };
}

interface ShapedField {
  readonly name: string;
  readonly shape: Shape;
  /** Of a field that tells the type, the type. */
  readonly typename: string | undefined;
}

function shapeObject(
  type: CompositeType,
  selectionSets: readonly SelectionSet[],
  context: ShapeContext,
): Shape {
  const known = new Map<unknown, readonly ShapedField[]>();
  const fieldsFor = (typename: unknown): readonly ShapedField[] => {
    const before = known.get(typename);
    if (before) return before;
    const made = shapeFields(type, typename, selectionSets, context);
    known.set(typename, made);
    return made;
  };
  return (value) => {
    if (value === null || value === undefined) return null;
    return isTold(value) ? shaped(value, fieldsFor(value[typenameFieldName])) : doesNotFit();
  };
}

function shaped(value: Told, fields: readonly ShapedField[]): Gathered {
  const into: Gathered = {};
  for (const { name, shape, typename } of fields) {
    const told = value[name];
    if (typename === undefined) into[name] = shape(told);
    else if ((told ?? typename) === typename) into[name] = typename;
    else doesNotFit();
  }
  return into;
}

function shapeFields(
  type: CompositeType,
  given: unknown,
  selectionSets: readonly SelectionSet[],
  context: ShapeContext,
): readonly ShapedField[] {
  const typename = given === undefined ? null : objectType(given, type, context.schema);
  const object = typename ?? type;
  if (!isObjectType(object)) return doesNotFit();
  const fields = collectFields(selectionSets, object, { ...context, typename });
  return [...fields].map(([name, field]) => ({
    name,
    shape: shapeType(field.type, field.selectionSets, context),
    typename: field.isTypename ? object.name : undefined,
  }));
}

/** The type that an object says it has, where one as which it is seen can be that. */
function objectType(given: unknown, seenAs: CompositeType, schema: Schema): CompositeType {
  const type = typeof given === 'string' ? schema.type(given) : undefined;
  return type && isObjectType(type) && isSubtype(seenAs, type) ? type : doesNotFit();
}

function doesNotFit(): never {
  // eslint-disable-next-line @typescript-eslint/only-throw-error
  throw unfit;
}
