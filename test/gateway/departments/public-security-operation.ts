import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'graphql';
import { readSupergraph } from '../../../gateway/supergraph';
import { packageRoot } from '../../../schema/package-root';

const supergraph = readSupergraph(readFileSync(join(packageRoot, 'schema/supergraph.graphql'), 'utf8'));

/** A department's schema, as the gateway knows it. */
export const departmentSchema = (name: string) => supergraph.departments.get(name)!;

/** Public security's. */
export const schema = departmentSchema('public-security');

/** An operation as a planner may write it: aliases, a named fragment, an interface, an inline fragment. */
export const query = `query ($representations: [_Any!]!, $short: Boolean = false) {
  _entities(representations: $representations) {
    __typename
    ... on HouseholdAssets {
      cars: vehicles {
        ...check
        rows: records {
          recordId
          keeper: owner { __typename id }
          statusFlags
          firstRegisteredOn
          assessedValue
          ... { disabilityAdapted }
          brandModel @skip(if: $short)
        }
      }
    }
  }
}
fragment check on RegistryCheck {
  state: status
  asOf
  subjects { person { id } status }
}`;

export const document = parse(query);

const subject = (personId: string) => ({
  personId,
  name: '尹某',
  formerName: null,
  role: 'MEMBER',
  divisionCode: '500112',
  authorised: true,
});

/** Two households, of two people and of one. */
export const representations = [
  { __typename: 'HouseholdAssets', householdId: 'YB-1', subjects: [subject('a'), subject('b')] },
  { __typename: 'HouseholdAssets', householdId: 'YB-2', subjects: [subject('c')] },
];
