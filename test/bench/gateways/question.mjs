import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { parse, print } = require('graphql');

const published = (name) =>
  readFileSync(new URL(`../../../schema/operations/${name}.graphql`, import.meta.url), 'utf8');

const assessed = /* GraphQL */ `
  {
    eligibility {
      program
      outcome
      conclusion
      assessedOn
      findings {
        code
        effect
        person {
          id
        }
        message
        evidence {
          registry
          recordId
          asOf
        }
      }
      unanswered {
        registry
        status
        person {
          id
        }
      }
    }
  }
`;

/** The published profile of a household with its assessment: what all stacks are asked, letter by letter. */
export const question = questionOf(published('HouseholdProfile'));

/** What a batch asks of a page of households. */
export const outcomes = published('HouseholdOutcomes');

/** The question as a manifest publishes it. */
export const publishedQuestion = {
  id: createHash('sha256').update(question).digest('hex'),
  name: 'HouseholdFile',
  type: 'query',
  body: question,
};

/** The body of a request for one household. */
export function bodyFor(id) {
  return JSON.stringify({ query: question, operationName: 'HouseholdFile', variables: { id } });
}

function questionOf(profile) {
  const document = parse(profile, { noLocation: true });
  const [operation, ...fragments] = document.definitions;
  const [household] = operation.selectionSet.selections;
  const more = parse(assessed, { noLocation: true }).definitions[0].selectionSet.selections;
  const selections = [...household.selectionSet.selections, ...more];
  const whole = { ...household, selectionSet: { ...household.selectionSet, selections } };
  return print({
    ...document,
    definitions: [
      {
        ...operation,
        name: { ...operation.name, value: 'HouseholdFile' },
        selectionSet: { ...operation.selectionSet, selections: [whole] },
      },
      ...fragments,
    ],
  });
}
