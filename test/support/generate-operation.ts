import {
  getNamedType,
  isCompositeType,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { Random } from './random';

/** An operation with its variables, and the fields that it selects whatever its variables say. */
export interface GeneratedOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly selected: ReadonlySet<string>;
}

/** The arguments of a field, if any: text of the document, with `variable` for what stands outside it. */
export type Arguments = (field: string, random: Random, variable: Variable) => string;

/** Declares a variable of that type and value, and returns its `$name`. */
export type Variable = (type: string, value: unknown) => string;

type Selectable = GraphQLObjectType | GraphQLInterfaceType;

/** What operations are to ask for. */
export interface Aim {
  /** The root fields that they may select. */
  readonly roots: readonly string[];
  /** Other fields that they may not select, as Type.field. */
  readonly without?: ReadonlySet<string>;
  /** Fields that were selected before, as Type.field: whatever leads to others is preferred. */
  readonly covered: ReadonlySet<string>;
}

/** Beyond so many fields, an operation goes no deeper. */
const maxFields = 40;

/**
 * Makes a valid operation over a schema: aliases, inline and named
 * fragments, `__typename`, and `@include` and `@skip` with and without variables, on fields and fragments.
 */
export function generateOperation(
  schema: GraphQLSchema,
  random: Random,
  argumentsOf: Arguments,
  { roots, without, covered }: Aim,
): GeneratedOperation {
  const root = schema.getQueryType();
  if (!root) throw new Error('the schema has no queries');
  const variables: Record<string, unknown> = {};
  const declarations: string[] = [];
  const fragments: { readonly name: string; readonly on: string; readonly text: string }[] = [];
  const selected = new Set<string>();
  let aliases = 0;
  let left = maxFields;

  const variable: Variable = (type, value) => {
    const name = `v${declarations.length}`;
    variables[name] = value;
    declarations.push(`$${name}: ${type}`);
    return `$${name}`;
  };
  const flag = (share: number): string => {
    const value = random.chance(share);
    return random.chance(0.7) ? variable('Boolean!', value) : String(value);
  };
  const conditions = (share: number): string => {
    const include = random.chance(share) ? ` @include(if: ${flag(0.6)})` : '';
    const skip = random.chance(share) ? ` @skip(if: ${flag(0.4)})` : '';
    return include + skip;
  };
  const selectionSet = (type: Selectable): string => {
    if (left <= 0) return '{ __typename }';
    const pieces = Array.from({ length: 1 + random.under(5) }, () => selection(type));
    // Where every piece may be skipped, Apollo asks for nothing, and a field that cannot be null is.
    const stays = pieces.some((piece) => !/@(include|skip)/.test(piece));
    return `{ ${pieces.join(' ')}${stays ? '' : ' __typename'} }`;
  };
  const selection = (type: Selectable): string => {
    if (random.chance(0.08)) return inlineFragment(type);
    if (random.chance(0.1)) return spread(type);
    if (random.chance(0.08)) return aliased('__typename');
    return field(type, fieldOf(type));
  };
  const fieldOf = (type: Selectable) => {
    const fields = Object.values(type.getFields()).filter(({ name }) =>
      type === root ? roots.includes(name) : !without?.has(`${type.name}.${name}`),
    );
    const fresh = random.chance(0.5) ? fields.filter((one) => leadsBeyond(covered, type, one)) : [];
    return random.pick(fresh.length > 0 ? fresh : fields);
  };
  const field = (type: Selectable, { name, type: output, args }: GraphQLField<unknown, unknown>): string => {
    left -= 1;
    const directives = conditions(0.07);
    if (!directives) selected.add(`${type.name}.${name}`);
    const text = args.length > 0 ? argumentsOf(name, random, variable) : '';
    const given = text && `(${text})`;
    const named = getNamedType(output);
    const below = isCompositeType(named) ? ` ${selectionSet(named as Selectable)}` : '';
    // Two fields of one name and different arguments would not merge.
    const shown = args.length > 0 ? `${newAlias()}${name}` : aliased(name);
    return shown + given + directives + below;
  };
  const newAlias = () => `a${++aliases}: `;
  const aliased = (name: string) => (random.chance(0.15) ? `${newAlias()}${name}` : name);
  const inlineFragment = (type: Selectable): string => {
    const on = viewOf(type);
    const typeCondition = on === type && random.chance(0.5) ? '' : ` on ${on.name}`;
    return `...${typeCondition}${conditions(0.12)} ${selectionSet(on)}`;
  };
  const spread = (type: Selectable): string => {
    const on = viewOf(type);
    const known = fragments.filter((fragment) => fragment.on === on.name);
    const { name } = known.length > 0 && random.chance(0.5) ? random.pick(known) : newFragment(on);
    return `...${name}${conditions(0.12)}`;
  };
  const newFragment = (on: Selectable) => {
    const text = selectionSet(on);
    const name = `F${fragments.length}`;
    const fragment = { name, on: on.name, text: `fragment ${name} on ${on.name} ${text}` };
    fragments.push(fragment);
    return fragment;
  };
  /** The type itself, or an interface through which it can be seen. */
  const viewOf = (type: Selectable): Selectable => random.pick([type, type, ...type.getInterfaces()]);

  const body = selectionSet(root);
  const head = declarations.length > 0 ? `query Generated(${declarations.join(', ')})` : 'query Generated';
  return { query: [`${head} ${body}`, ...fragments.map(({ text }) => text)].join('\n'), variables, selected };
}

function leadsBeyond(
  covered: ReadonlySet<string>,
  type: Selectable,
  { name, type: output }: GraphQLField<unknown, unknown>,
): boolean {
  if (!covered.has(`${type.name}.${name}`)) return true;
  const named = getNamedType(output);
  return isCompositeType(named) && [...fieldsBelow(named as Selectable)].some((below) => !covered.has(below));
}

/** Every field that a query can select, as Type.field; those of interfaces too, by which a fragment sees a type. */
export function reachableFields(schema: GraphQLSchema): ReadonlySet<string> {
  const root = schema.getQueryType();
  return root ? fieldsBelow(root) : new Set();
}

const known = new WeakMap<Selectable, ReadonlySet<string>>();

function fieldsBelow(top: Selectable): ReadonlySet<string> {
  const before = known.get(top);
  if (before) return before;
  const found = new Set<string>();
  const visit = (type: Selectable): void => {
    for (const { name, type: output } of Object.values(type.getFields())) {
      const coordinate = `${type.name}.${name}`;
      if (found.has(coordinate)) continue;
      found.add(coordinate);
      const named = getNamedType(output);
      if (isCompositeType(named)) visit(named as Selectable);
    }
    type.getInterfaces().forEach(visit);
  };
  visit(top);
  known.set(top, found);
  return found;
}
