/** A case of the rules engine alone. */
export interface EngineCase {
  readonly title: string;
  readonly household: Readonly<Record<string, unknown>>;
  readonly expected: {
    readonly outcome: string;
    /** Each as `CODE EFFECT`. */
    readonly findings: readonly string[];
    /** In fen; null where nothing is estimated. */
    readonly lumpSum?: number | null;
  };
}

export const engineCases: readonly EngineCase[];

/** `engine` holds `assess`, `readFacts` and `policies`, compiled or not. */
export function assessEngineCase(given: EngineCase, engine: object): unknown;
