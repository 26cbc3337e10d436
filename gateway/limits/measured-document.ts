import {
  Kind,
  OperationTypeNode,
  getOperationAST,
  visit,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { objectPlaces, type ObjectPlace } from './cost';
import { Extents, nothing, together, type Extent, type Fragments } from './extent';
import { mergedFields, mostMerged } from './merged-fields';
import type { ObjectFields } from './object-fields';

/** What stands in the text of a document, fragments that nobody spreads included. */
interface TextMeasures {
  readonly fields: number;
  readonly directives: number;
  readonly aliases: number;
  readonly longestList: number;
  readonly longestText: number;
  readonly longestName: number;
}

/** One operation of a document, fragments written out. */
export interface MeasuredOperation {
  readonly node: OperationDefinitionNode;
  readonly rootFields: number;
  /** How often the most frequent root field stands there. */
  readonly sameRootField: number;
  readonly places: readonly ObjectPlace[];
}

/** A document, measured as far as no variable matters. */
export class MeasuredDocument {
  readonly text: TextMeasures;
  /** The deepest of its operations, and the fields of all of them, fragments written out. */
  readonly extent: Extent;
  /**
   * Whether each fragment is spread by some operation, none is within itself and none has the name of another. No
   * other document is valid, and no other is written out.
   */
  readonly isSound: boolean;
  readonly #document: DocumentNode;
  readonly #operations: readonly OperationDefinitionNode[];
  readonly #fragments: Fragments;
  readonly #measured = new Map<OperationDefinitionNode, MeasuredOperation>();
  #repetitions: number | undefined;

  constructor(document: DocumentNode) {
    this.#document = document;
    this.#operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
    const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
    this.#fragments = new Map(fragments.map((node) => [node.name.value, node]));
    this.text = textMeasures(document);
    const extents = new Extents(this.#fragments);
    this.extent = this.#operations
      .map(({ selectionSet }) => extents.of(selectionSet))
      .reduce(together, nothing);
    this.isSound = !extents.isCyclic && extents.reached.size === fragments.length;
  }

  /**
   * How many fields come to stand under one name in one place, at most; 0 where the document is not sound. Fragments
   * are written out for it, so there must be few fields.
   */
  get repetitions(): number {
    this.#repetitions ??= this.isSound
      ? most(this.#operations.map(({ selectionSet }) => mostMerged([selectionSet], this.#fragments)))
      : 0;
    return this.#repetitions;
  }

  /** The operation of that name, or the only one; null where there is none such. Not but of a sound document. */
  operation(name: string | undefined, schema: GraphQLSchema, fields: ObjectFields): MeasuredOperation | null {
    const node = this.isSound ? getOperationAST(this.#document, name) : null;
    const parent = node && rootType(schema, node.operation);
    if (!node || !parent) return null;
    const known = this.#measured.get(node);
    if (known) return known;
    const parts = [{ parent, set: node.selectionSet }];
    const roots = [...mergedFields(parts, this.#fragments).values()].flatMap(([one]) => one?.node ?? []);
    const measured = {
      node,
      rootFields: roots.length,
      sameRootField: mostFrequent(roots.map((field) => field.name.value)),
      places: objectPlaces(parts, this.#fragments, fields),
    };
    this.#measured.set(node, measured);
    return measured;
  }
}

function textMeasures(document: DocumentNode): TextMeasures {
  const found = { fields: 0, directives: 0, aliases: 0, longestList: 0, longestText: 0, longestName: 0 };
  visit(document, {
    Field: ({ alias }) => {
      found.fields += 1;
      if (alias) found.aliases += 1;
    },
    Directive: () => void (found.directives += 1),
    ListValue: ({ values }) => void (found.longestList = Math.max(found.longestList, values.length)),
    Name: ({ value }) => void (found.longestName = Math.max(found.longestName, value.length)),
    StringValue: ({ value }) => void (found.longestText = Math.max(found.longestText, value.length)),
  });
  return found;
}

function rootType(schema: GraphQLSchema, operation: OperationTypeNode): string | undefined {
  if (operation === OperationTypeNode.QUERY) return schema.getQueryType()?.name;
  return operation === OperationTypeNode.MUTATION ? schema.getMutationType()?.name : undefined;
}

function mostFrequent(names: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return most([...counts.values()]);
}

const most = (numbers: readonly number[]) => numbers.reduce((one, other) => Math.max(one, other), 0);
