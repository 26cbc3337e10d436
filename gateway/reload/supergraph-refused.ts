/** Why a text is not served. The reason is in our words, and quotes nothing of it. */
const reasons = {
  NOT_A_SUPERGRAPH: 'it is not a supergraph, or not the whole of one',
  NOBODY_ANSWERS: 'it has a department for which nobody answers here',
  ACCESS_INCOMPLETE: 'it has fields that ask for no access at all',
  DOCUMENT_DOES_NOT_FIT: 'a published document does not fit it',
  NOT_PLANNED: 'the planner does not take it',
} as const;

export type SupergraphRefusal = keyof typeof reasons;

/** A supergraph that is not served, with a code and a reason for the log. */
export class SupergraphRefused extends Error {
  constructor(
    readonly code: SupergraphRefusal,
    options?: ErrorOptions,
  ) {
    super(reasons[code], options);
    this.name = 'SupergraphRefused';
  }
}
