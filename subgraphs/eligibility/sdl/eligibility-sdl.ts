import {
  Kind,
  parse,
  print,
  visit,
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  type ObjectTypeDefinitionNode,
} from 'graphql';
import { externalFields, externalType } from './external-type';
import { selectedFields } from './selected-fields';
import { typeDefinitions } from './type-definitions';

/** What the SDL of this department is made of. */
export interface SdlSources {
  /** The department's own types, with the field of Household that assesses it. */
  readonly own: string;
  /** What every subgraph begins with. */
  readonly common: string;
  /** The SDL of the departments that answer the facts. */
  readonly others: readonly string[];
  /** The facts that the field reads of a household, such as `{ residence }`. */
  readonly facts: string;
}

const head = `# Made from assessment.graphql and the selection of facts by \`npm run rules\`. What is external here is another
# department's, which says what it means.
`;

const household = 'Household';

/**
 * The SDL of this department: its own types, the field that assesses a household with the facts that it requires,
 * and every other department's type that they touch, with just the fields that they name.
 */
export function eligibilitySdl({ own, common, others, facts }: SdlSources): string {
  const types = typeDefinitions([common, ...others]);
  const selected = selectedFields(types, household, facts);
  const shared = typeDefinitions([common]);
  const externalTypes = [...selected]
    .filter(([name]) => name !== household && !shared.has(name))
    .map(([name, fields]) => externalType(types, name, fields));
  const factFields = externalFields(types, household, selected.get(household) ?? new Set());
  const ownTypes = visit(parse(own, { noLocation: true }), {
    ObjectTypeDefinition: (node) =>
      node.name.value === household ? withFacts(node, factFields, facts) : undefined,
  });
  return [head, `${print(ownTypes)}\n`, ...externalTypes].join('\n');
}

/** The household with the facts as external fields; each field of its own that takes arguments requires them. */
function withFacts(
  node: ObjectTypeDefinitionNode,
  lines: ReadonlySet<string>,
  facts: string,
): ObjectTypeDefinitionNode {
  const own = node.fields ?? [];
  const names = new Set(own.map(({ name }) => name.value));
  const [read] = parse(`type ${household} { ${[...lines].join(' ')} }`, { noLocation: true }).definitions;
  const external = read?.kind === Kind.OBJECT_TYPE_DEFINITION ? (read.fields ?? []) : [];
  const isAssessed = (field: FieldDefinitionNode) => (field.arguments ?? []).length > 0;
  return {
    ...node,
    fields: [
      ...own.filter((field) => !isAssessed(field)),
      ...external.filter(({ name }) => !names.has(name.value)),
      ...own
        .filter(isAssessed)
        .map((field) => ({ ...field, directives: [requires(facts), ...(field.directives ?? [])] })),
    ],
  };
}

function requires(facts: string): ConstDirectiveNode {
  const fields = facts.trim().replace(/^\{\s*|\s*\}$/g, '');
  return {
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: 'requires' },
    arguments: [
      {
        kind: Kind.ARGUMENT,
        name: { kind: Kind.NAME, value: 'fields' },
        value: { kind: Kind.STRING, block: true, value: fields },
      },
    ],
  };
}
