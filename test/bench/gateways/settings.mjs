/** A bench is about how long an answer takes: nothing may be cut off, and nobody be one too many. */
export const patience = {
  REQUEST_DEADLINE_MS: '600000',
  DEPARTMENT_DEADLINE_MS: '600000',
  ASSISTANCE_HOUSEHOLDS_PER_HOUR: '10000000',
  VERIFIER_HOUSEHOLDS_PER_HOUR: '10000000',
  QUEUE_LENGTH: '100000',
  MAX_RESPONSE_BYTES: '67108864',
  LOG_LEVEL: 'silent',
};
