import type { Department } from '../../../../schema/wire/graphql-exchange';
import type { Asked, AskOptions } from '../../../support/ask';
import type { CheckCentre, Told } from '../../../support/check-centre';

/** A batch as whoever started it sees it. */
export interface ToldBatch {
  readonly id: string;
  readonly state: string;
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  readonly remaining: number;
  readonly failures: readonly { readonly householdId: string; readonly code: string }[];
}

const fields = '{ id state total done failed remaining failures { householdId code } }';

/** The assistance system's side of a check centre's batches. */
export interface Batches {
  /** Tries to start one, by a key of its own where none is given. */
  tryToStart(input: object, asked?: AskOptions): Promise<Asked>;
  /** Starts one of APPLICATION where nothing else is said; fails where it is refused. */
  start(input: object, asked?: AskOptions): Promise<ToldBatch>;
  tryTo(step: 'pause' | 'resume' | 'cancel', id: string, asked?: AskOptions): Promise<Asked>;
  /** Steers one; fails where it is refused. */
  make(step: 'pause' | 'resume' | 'cancel', id: string): Promise<ToldBatch>;
  /** Null where whoever asks may not see it. */
  read(id: string, asked?: AskOptions): Promise<ToldBatch | null>;
}

export function batchesOf({ district }: CheckCentre): Batches {
  let keys = 0;
  const role = 'assistance';
  const given = ({ data, errors }: Asked): unknown => {
    if (errors.length > 0) throw new Error(JSON.stringify(errors.map(({ extensions }) => extensions)));
    return Object.values(data ?? {})[0];
  };
  const tryToStart: Batches['tryToStart'] = (input, asked) => {
    const variables = { input: { key: `batch-${(keys += 1)}`, kind: 'APPLICATION', ...input } };
    const query = `mutation Start($input: StartBatchInput!) { startVerificationBatch(input: $input) ${fields} }`;
    return district.ask(query, { role, variables, ...asked });
  };
  const tryTo: Batches['tryTo'] = (step, batchId, asked) => {
    const query = `mutation Steer($input: BatchStepInput!) { ${step}VerificationBatch(input: $input) ${fields} }`;
    return district.ask(query, { role, variables: { input: { batchId } }, ...asked });
  };
  return {
    tryToStart,
    start: async (input, asked) => given(await tryToStart(input, asked)) as ToldBatch,
    tryTo,
    make: async (step, id) => given(await tryTo(step, id)) as ToldBatch,
    read: async (id, asked) => {
      const query = `query Batch($id: ID!) { verificationBatch(id: $id) ${fields} }`;
      return given(await district.ask(query, { role, variables: { id }, ...asked })) as ToldBatch | null;
    },
  };
}

/** The newest verification of a household. */
export async function verificationOf({ district }: CheckCentre, householdId: string): Promise<Told> {
  const query = `query Of($householdId: ID!) {
    verifications(filter: { householdId: $householdId }, first: 1) { edges { node { id state version } } }
  }`;
  const { data } = await district.ask(query, { variables: { householdId } });
  const { edges } = data?.['verifications'] as { edges: readonly [{ node: Told }] };
  return edges[0].node;
}

/** A department whose first answer waits. */
export interface HeldBack {
  /** Resolves when the department has been asked. */
  readonly asked: Promise<void>;
  /** Lets it answer, and all that is asked after. */
  letGo(): void;
}

/** Holds a department's answers back, until it is let go. */
export function heldBack(department: Department): HeldBack {
  let letGo = () => {};
  let tell = () => {};
  const released = new Promise<void>((resolve) => (letGo = resolve));
  const asked = new Promise<void>((resolve) => (tell = resolve));
  const execute = department.execute.bind(department);
  const spy = jest.spyOn(department, 'execute').mockImplementation(async (...call) => {
    tell();
    await released;
    return execute(...call);
  });
  return {
    asked,
    letGo: () => {
      spy.mockRestore();
      letGo();
    },
  };
}

/** Whom one question to the registries of a tier was about. */
export interface Question {
  readonly tier: 'Municipal' | 'District';
  readonly ids: readonly string[];
}

/** Which households registries are asked about from now on, question by question, as civil affairs tells them. */
export function questionsTo({ district }: CheckCentre): () => readonly Question[] {
  const spy = jest.spyOn(district.department('civil-affairs'), 'execute');
  return () => {
    const questions = spy.mock.calls.flatMap(([{ query, variables }]) => {
      const [, tier] = /^query Verification(Municipal|District)_/.exec(query) ?? [];
      const ids = variables?.['ids'] as readonly string[] | undefined;
      return tier && ids ? { tier: tier as Question['tier'], ids: [...ids].sort() } : [];
    });
    spy.mockRestore();
    return questions;
  };
}
