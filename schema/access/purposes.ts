/** What somebody may ask for: why personal data is read, as the header `x-access-purpose` states it. */
export const purposes = [
  /** An application is prepared or decided (受理审核). */
  'APPLICATION_REVIEW',
  /** A household that draws assistance is checked again (复核). */
  'RECHECK',
  /** A family or a neighbour contests what was found (异议). */
  'OBJECTION',
  /** Somebody looks at who looked (审计). */
  'AUDIT',
  /** The system is kept running (运维); no household is looked at. */
  'OPERATIONS',
] as const;

export type Purpose = (typeof purposes)[number];

/** Whether a text is one of the purposes. */
export function isPurpose(text: unknown): text is Purpose {
  return (purposes as readonly unknown[]).includes(text);
}

/** The header that says what for somebody asks. */
export const purposeHeader = 'x-access-purpose';

/** The header that says why, in words: UTF-8, raw or percent-encoded. */
export const reasonHeader = 'x-access-reason';
