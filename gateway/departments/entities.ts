/** An entity as a gateway names it to a department: its type, its key and the fields that it requires. */
export interface Representation {
  readonly __typename: string;
  readonly [field: string]: unknown;
}

export interface EntityVariables {
  readonly representations?: readonly Representation[];
  readonly [variable: string]: unknown;
}
