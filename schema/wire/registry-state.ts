/** How one registry stands, as its department tells it on the status route. */
export interface RegistryState {
  /** The name in the graph. */
  readonly name: string;
  /** How many rows it holds; null where it was never filled or its database did not answer. */
  readonly records: number | null;
  /** The instant that its data stands for, RFC 3339; null likewise. */
  readonly asOf: string | null;
  /** Null where the registry can answer, else why it is silent: NEVER_FILLED, OTHER_PERSON_KEY or a database's code. */
  readonly silence: string | null;
}
