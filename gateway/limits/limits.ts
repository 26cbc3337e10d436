import type { Role } from '../access/roles';

/** The longest body of a request, in bytes, whoever sends it. */
export const longestBody = 256 * 1024;

/** The deepest nesting of a body, in brackets: variables stand on its second level. */
export const deepestBody = 32;

/** Of so many wrong variables, a client is told of each; of more, of none. */
export const mostCoercionErrors = 10;

/** A document whose fragments cannot be written out is read by the server where it has so few fields. */
export const mostFieldsUnsound = 200;

/** What one request of a role may hold, and what its answer may come to. */
export interface Limits {
  /** Words, numbers, texts and signs of the document; comments and commas are none. */
  readonly tokens: number;
  /** How deep fields stand within fields. */
  readonly depth: number;
  /** The same below `__schema` and `__type`: GraphQL's own question for a schema is 13 deep. */
  readonly introspectionDepth: number;
  readonly aliases: number;
  readonly rootFields: number;
  /** How often one root field may stand there, under different aliases. */
  readonly sameRootField: number;
  /** In the document, and again with fragments written out: a plan branches at each `@include` and `@skip`. */
  readonly directives: number;
  /** Fields and fragments of the document, with fragments written out: a plan is made over each of them. */
  readonly selections: number;
  /** How often one name may stand in one place: whoever merges fields holds each against each other. */
  readonly repetitions: number;
  /** Bytes of the variables as JSON. */
  readonly variables: number;
  readonly variableDepth: number;
  /** Items of one list, of the variables or in the document. */
  readonly list: number;
  /** Characters of one text, of the variables or in the document. */
  readonly text: number;
  /** Characters of one name in the document: of a field, an alias, a variable. */
  readonly name: number;
  /** Objects that the answer may hold, by the sizes that the departments give their lists. */
  readonly cost: number;
}

const interactive: Limits = {
  tokens: 2_000,
  depth: 10,
  introspectionDepth: 16,
  aliases: 15,
  rootFields: 10,
  sameRootField: 3,
  directives: 20,
  selections: 5_000,
  repetitions: 20,
  variables: 64 * 1024,
  variableDepth: 6,
  list: 200,
  text: 256,
  name: 256,
  cost: 15_000,
};

/** Whoever records what was seen and why: notes of a visit, evidence of a family, reasons of a decision are texts. */
const recording: Limits = { ...interactive, text: 2_000 };

/**
 * The limits of every role. By the sizes in the SDL, which no family of the sample districts reaches, everything that
 * the graph tells of one household costs 3,663; its people with the status of every registry 59, with the findings of
 * its assessment 140; its assessment as the published HouseholdOutcomes asks for it 1,285, and the outcome alone 2.
 *
 * 15,000 admits four households with everything, or a page of 100 with people, statuses and findings; 50,000 admits
 * thirteen of the former; 300,000 admits HouseholdOutcomes of 200.
 */
export const limitsOf: Readonly<Record<Role, Limits>> = {
  caseworker: recording,
  verifier: recording,
  operator: interactive,
  auditor: { ...interactive, depth: 14, cost: 50_000 },
  assistance: { ...interactive, cost: 300_000 },
  // It asks for a tier's registries by one document, with an `@include` at each.
  verification: { ...interactive, directives: 40, cost: 300_000 },
};

/** Beyond so many tokens, no document is read for anybody. */
export const mostTokens = Math.max(...Object.values(limitsOf).map(({ tokens }) => tokens));
