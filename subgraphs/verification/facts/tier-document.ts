import {
  Kind,
  parse,
  print,
  visit,
  type ConstDirectiveNode,
  type DirectiveNode,
  type FieldNode,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import type { Tier } from '../process/event';

/** The parts of a household under which registries answer, with their types. */
const namespaces: Readonly<Record<string, string>> = {
  assets: 'HouseholdAssets',
  registrations: 'HouseholdRegistrations',
};

/** What a published document of a tier is made of. */
export interface TierSources {
  /** The facts that the rules read of a household, such as `{ residence assets { vehicles { asOf } } }`. */
  readonly facts: string;
  /** The SDL of every department, whose tags say which tier a registry is of. */
  readonly sdls: readonly string[];
}

/** The name of each tier's published document. */
export const documentOf: Readonly<Record<Tier, string>> = {
  MUNICIPAL: 'VerificationMunicipal',
  DISTRICT: 'VerificationDistrict',
};

const heads: Readonly<Record<Tier, string>> = {
  MUNICIPAL: 'What the rules read of households themselves, and what each municipal registry says of them',
  DISTRICT: 'What each registry of the district says of households',
};

/** For whom a registry has to have answered. */
const people = `{ members { person { id } } obligors { person { id } } }`;

/**
 * The document by which a tier's registries are asked: of the facts that the rules read, those that the tier answers,
 * each registry only if the variable of its name is true, so that a silent one is asked again alone. The municipal tier
 * is asked first, and tells the household itself too. Throws where a registry is of no tier.
 */
export function tierDocument(tier: Tier, { facts, sdls }: TierSources): string {
  const tiers = tiersOf(sdls);
  const asked: string[] = [];
  const checksOf = (namespace: FieldNode): readonly SelectionNode[] =>
    fieldsOf(namespace).flatMap((check) => {
      const registry = check.name.value;
      const of = tiers.get(`${namespaces[namespace.name.value]}.${registry}`);
      if (!of) throw new Error(`No department says by a tag which tier ${registry} is of`);
      if (of !== tier) return [];
      asked.push(registry);
      return [{ ...check, directives: [includedIf(registry)] }];
    });
  const parts = fieldsOf(operationOf(facts)).flatMap((part) => {
    if (part.name.value in namespaces) return inNamespace(part, checksOf(part));
    return tier === 'MUNICIPAL' ? [part] : [];
  });
  const whose = tier === 'MUNICIPAL' ? [] : fieldsOf(operationOf(people));
  const selections = [...fieldsOf(operationOf('{ id }')), ...whose, ...parts];
  const selected = print({ kind: Kind.SELECTION_SET, selections });
  const variables = ['$ids: [ID!]!', ...asked.map((registry) => `$${registry}: Boolean!`)];
  return [
    `# ${heads[tier]}.`,
    '# Made from the facts that the rules read by `npm run documents`.',
    `query ${documentOf[tier]}(\n  ${variables.join('\n  ')}\n) {`,
    `  households(ids: $ids) ${selected.replaceAll('\n', '\n  ')}`,
    '}\n',
  ].join('\n');
}

function inNamespace(namespace: FieldNode, selections: readonly SelectionNode[]): readonly FieldNode[] {
  if (selections.length === 0) return [];
  return [{ ...namespace, selectionSet: { kind: Kind.SELECTION_SET, selections } }];
}

/** The tier of every check, by its coordinate, such as HouseholdAssets.vehicles. */
function tiersOf(sdls: readonly string[]): ReadonlyMap<string, Tier> {
  const tiers = new Map<string, Tier>();
  for (const sdl of sdls) {
    visit(parse(sdl, { noLocation: true }), {
      ObjectTypeDefinition: ({ name, fields = [] }) => {
        for (const field of fields) {
          const tier = field.directives?.map(tierOf).find((of) => of !== undefined);
          if (tier) tiers.set(`${name.value}.${field.name.value}`, tier);
        }
        return false;
      },
    });
  }
  return tiers;
}

function tierOf({ name, arguments: given = [] }: ConstDirectiveNode): Tier | undefined {
  const tag = given.find((argument) => argument.name.value === 'name')?.value;
  if (name.value !== 'tag' || tag?.kind !== Kind.STRING) return undefined;
  return ({ municipal: 'MUNICIPAL', district: 'DISTRICT' } as const)[tag.value];
}

function operationOf(selection: string): OperationDefinitionNode {
  const [operation] = parse(selection, { noLocation: true }).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('A selection is no definition');
  return operation;
}

function fieldsOf({ selectionSet }: FieldNode | OperationDefinitionNode): readonly FieldNode[] {
  return (selectionSet?.selections ?? []).map((node) => {
    if (node.kind !== Kind.FIELD) throw new Error('The facts are fields alone');
    return node;
  });
}

function includedIf(variable: string): DirectiveNode {
  return {
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: 'include' },
    arguments: [
      {
        kind: Kind.ARGUMENT,
        name: { kind: Kind.NAME, value: 'if' },
        value: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: variable } },
      },
    ],
  };
}
