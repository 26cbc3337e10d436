import { entityShapes, type EntityShape, type Shape } from './entity-shapes';

/** How many entities of one type an operation may name that are keyed by household: a full page. */
export const maxHouseholds = 200;

/** How many different people it may name. Each may be named often: a gateway names a person at every place where they stand. */
export const maxPersons = 1000;

/** No key is longer. */
const longestKey = 64;

/** Why entities are refused: for the department's log. */
export type EntityRefusal =
  | 'NOT_AN_ENTITY'
  | 'BAD_KEY'
  | 'UNKNOWN_FIELD'
  | 'TOO_MANY_HOUSEHOLDS'
  | 'TOO_MANY_PERSONS'
  | 'OTHER_HOUSEHOLD';

/** Why an operation may not be answered, by the entities that it names; null where it may. */
export type EntityGuard = (named: readonly unknown[], cases: readonly string[]) => EntityRefusal | null;

/**
 * Holds every entity that an operation names against what the department takes: a type that it resolves, a whole key, the
 * fields that its own fields require and no other, and households that the signed call is about. Whoever can have a
 * gateway sign an operation can still not have it look up more than the gateway accounts for.
 */
export function entityGuard(sdl: string): EntityGuard {
  const shapes = entityShapes(sdl);
  return (named, cases) => {
    if (named.length === 0) return null;
    const about = new Set(cases);
    const persons = new Set<string>();
    const households = new Map<EntityShape, number>();
    for (const representation of named as readonly Json[]) {
      const shape = shapeOf(representation, shapes);
      if (!shape) return 'NOT_AN_ENTITY';
      const refusal = refusalOf(representation, shape, about);
      if (refusal) return refusal;
      if (shape.household === null) persons.add(identityOf(representation, shape));
      else households.set(shape, (households.get(shape) ?? 0) + 1);
    }
    if (Math.max(0, ...households.values()) > maxHouseholds) return 'TOO_MANY_HOUSEHOLDS';
    return persons.size > maxPersons ? 'TOO_MANY_PERSONS' : null;
  };
}

type Json = Readonly<Record<string, unknown>>;

function shapeOf(given: unknown, shapes: ReadonlyMap<string, EntityShape>): EntityShape | undefined {
  if (typeof given !== 'object' || given === null || !Object.hasOwn(given, '__typename')) return undefined;
  return shapes.get((given as { readonly __typename: string }).__typename);
}

function identityOf(representation: Json, { keys }: EntityShape): string {
  return JSON.stringify([representation['__typename'], ...keys.flat().map((field) => representation[field])]);
}

function refusalOf(
  representation: Json,
  { keys, household, fields }: EntityShape,
  about: ReadonlySet<string>,
): EntityRefusal | null {
  // Every key that is there has to hold, also where another would do.
  const isKey = (field: string) => isKeyValue(representation[field]);
  const isAbsent = (field: string) => !Object.hasOwn(representation, field);
  if (!keys.some((key) => key.every(isKey))) return 'BAD_KEY';
  if (!keys.every((key) => key.every((field) => isAbsent(field) || isKey(field)))) return 'BAD_KEY';
  if (household !== null && !about.has(representation[household] as string)) return 'OTHER_HOUSEHOLD';
  return fits(representation, fields) ? null : 'UNKNOWN_FIELD';
}

function isKeyValue(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && value.length <= longestKey;
}

/**
 * Whether an object has no field but those of a shape, and so on inwards. What values it has is its reader's matter. A
 * full page has a hundred thousand objects: `for in` makes no list of the names of each.
 */
function fits(value: Json, shape: Shape): boolean {
  for (const name in value) {
    const within = shape.get(name);
    if (within === undefined) return false;
    const held = value[name];
    if (typeof held === 'object' && held !== null && !isWithin(held, within)) return false;
  }
  return true;
}

function isWithin(held: object, shape: Shape | null): boolean {
  if (!Array.isArray(held)) return shape !== null && fits(held as Json, shape);
  for (const item of held as readonly unknown[]) {
    if (typeof item !== 'object' || item === null) continue;
    if (shape === null || Array.isArray(item) || !fits(item as Json, shape)) return false;
  }
  return true;
}
