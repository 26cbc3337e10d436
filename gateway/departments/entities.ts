/** An entity as a gateway names it to a department: its type, its key and the fields that it requires. */
export interface Representation {
  readonly __typename: string;
  readonly [field: string]: unknown;
}

export interface EntityVariables {
  readonly representations?: readonly Representation[];
  readonly [variable: string]: unknown;
}

/**
 * The type of each entity of an answer is that of its representation: the answer need not say it. Null where there is
 * not one entity for each representation.
 */
export function entityTypes(
  { representations }: EntityVariables,
  data: Readonly<Record<string, unknown>>,
): ReadonlyMap<unknown, string> | null {
  if (!representations) return new Map();
  const entities: unknown = data['_entities'];
  if (!Array.isArray(entities) || entities.length !== representations.length) return null;
  if (!entities.every((entity) => typeof entity === 'object' && entity !== null)) return null;
  return new Map(representations.map(({ __typename }, index) => [entities[index], __typename]));
}
