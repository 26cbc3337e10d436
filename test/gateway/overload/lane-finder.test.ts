import { laneFinder } from '../../../gateway/overload/lane-finder';
import { namedOperation, readManifest } from '../../../schema/operations';
import { supergraphSchema } from '../limits/limits-under-test';

const laneOf = laneFinder(supergraphSchema);
const ids = (count: number) => Array.from({ length: count }, (_, index) => `YB-${index}`);
const published = (name: string, variables: object) => ({
  query: namedOperation(readManifest(), name).body,
  variables,
});

describe('A question', () => {
  it.each([
    ['of a person', 'caseworker', published('HouseholdProfile', { id: 'YB-1' }), 'people'],
    [
      'of a person about many households',
      'auditor',
      published('HouseholdOutcomes', { ids: ids(200) }),
      'people',
    ],
    [
      'of the assistance system about a household',
      'assistance',
      published('HouseholdOutcomes', { ids: ids(1) }),
      'systems',
    ],
    ['of it about a few', 'assistance', published('HouseholdOutcomes', { ids: ids(10) }), 'systems'],
    ['of it about more than that', 'assistance', published('HouseholdOutcomes', { ids: ids(11) }), 'pages'],
    [
      'of it that names them in the text',
      'assistance',
      { query: `{ households(ids: ${JSON.stringify(ids(11))}) { id } }`, variables: {} },
      'pages',
    ],
    [
      'of it that starts a batch',
      'assistance',
      published('StartVerificationBatch', { input: { householdIds: ids(100) } }),
      'systems',
    ],
    [
      'of the check centre’s machine about a household',
      'verification',
      published('VerificationMunicipal', { ids: ids(1) }),
      'own',
    ],
    ['of it about many', 'verification', published('VerificationMunicipal', { ids: ids(100) }), 'pages'],
  ] as const)('%s waits in its lane', (_, role, question, lane) => {
    expect(laneOf(question, role)).toBe(lane);
  });

  it.each([
    ['is no GraphQL', '{', {}],
    ['spreads a fragment within itself', '{ ...A } fragment A on Query { ...A }', {}],
    ['spreads a fragment that there is not', '{ ...A }', {}],
    ['has variables that are no object', '{ __typename }', 'text'],
  ])('that %s waits as any other, until the server refuses it', (_, query, variables) => {
    expect(laneOf({ query, variables }, 'assistance')).toBe('systems');
  });

  it('that cannot be read from the request waits as any other', () => {
    expect(laneOf(null, 'assistance')).toBe('systems');
  });
});
