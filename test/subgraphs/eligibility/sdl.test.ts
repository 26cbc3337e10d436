import { eligibilitySdl } from '../../../subgraphs/eligibility/sdl/eligibility-sdl';

const common = `
  scalar Date
  interface Check { asOf: Date people: [Subject!]! }
  interface Row { rowId: ID! }
  type Subject @shareable { personId: ID! }
`;

const civilAffairs = `${common}
  "A family." type Household @key(fields: "id") @requiresScopes(scopes: [["a"]]) {
    "Its number." id: ID! @authenticated
    "Where it lives." town: Town!
    "Its dogs." dogs: Dogs! @tag(name: "municipal")
    secret: String
  }
  "Town or country." enum Town { "城" URBAN "乡" RURAL }
  type Dogs @key(fields: "householdId") { householdId: ID! @inaccessible @tag(name: "x") }
`;

const kennels = `${common}
  type Dogs @key(fields: "householdId") {
    householdId: ID! @inaccessible
    listed: DogCheck! @requires(fields: "householdId")
  }
  "What the kennels say." type DogCheck implements Check {
    asOf: Date
    people: [Subject!]!
    records: [Dog!]!
  }
  type Dog implements Row { "Its key." rowId: ID! "Its kind." kind(long: Boolean): String! age: Int }
`;

const own = `
  type Household @key(fields: "id") {
    id: ID!
    "Whether it may keep them."
    allowed("The day." on: Date): Boolean @authenticated
  }
`;

const sdl = (facts: string) => eligibilitySdl({ own, common, others: [civilAffairs, kennels], facts });

const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));

describe('The SDL that follows from a selection of facts', () => {
  const facts = '{ town dogs { listed { asOf people { personId } records { rowId age } } } }';

  it('has the facts required, and of other departments’ types the selected fields alone', () => {
    expect(lines(sdl(facts))).toEqual(
      lines(`
        type Household @key(fields: "id") {
          id: ID!
          town: Town! @external
          dogs: Dogs! @external
          "Whether it may keep them."
          allowed(
            "The day."
            on: Date
          ): Boolean @requires(fields: """
          ${facts.slice(2, -2)}
          """) @authenticated
        }
        enum Town {
          URBAN
          RURAL
        }
        type Dogs @key(fields: "householdId", resolvable: false) {
          householdId: ID! @inaccessible
          listed: DogCheck! @external
        }
        type DogCheck implements Check {
          asOf: Date @external
          people: [Subject!]! @external
          records: [Dog!]! @external
        }
        type Dog implements Row {
          rowId: ID! @external
          age: Int @external
        }
      `),
    );
  });

  it('says of no type that it has an interface of which it has not every field', () => {
    const text = sdl('{ dogs { listed { asOf records { age } } } }');
    expect(text).toContain('type DogCheck {');
    expect(text).toContain('type Dog {');
  });

  it.each([
    ['a field that no department answers', '{ cats }', 'No department answers Household.cats'],
    ['a field that stands in another type', '{ dogs { town } }', 'No department answers Dogs.town'],
    ['a fragment', '{ ... on Household { town } }', 'The selection of Household takes fields alone'],
    ['what is no selection', 'type Dogs { id: ID }', 'A selection is no definition'],
  ])('cannot be made of %s', (_, wrong, problem) => {
    expect(() => sdl(wrong)).toThrow(problem);
  });
});
