import type { EntityVariables } from './entities';

type Data = Readonly<Record<string, unknown>>;

/** Reads what a department answered to one document with these values. */
export type ReadAnswer = (variables: EntityVariables, data: Data) => Data | null;
