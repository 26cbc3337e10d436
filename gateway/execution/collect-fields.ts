import {
  isSubtype,
  typenameFieldName,
  Variable,
  type CompositeType,
  type Schema,
  type Selection,
  type SelectionSet,
  type Type,
} from '@apollo/federation-internals';
import type { Flags } from './flags';

/** A field of an object's answer, with all that is selected below it. */
export interface CollectedField {
  readonly type: Type;
  readonly isTypename: boolean;
  /** None where the field is a leaf. */
  readonly selectionSets: readonly SelectionSet[];
}

/** What is collected for: a type as it is written, and the one that an object says it has, if it says any. */
export interface Collecting {
  readonly schema: Schema;
  readonly flags: Flags;
  readonly typename: CompositeType | null;
}

/** The fields that selections make of an object, by response name and in the order of the answer. */
export function collectFields(
  selectionSets: readonly SelectionSet[],
  parent: CompositeType,
  collecting: Collecting,
): ReadonlyMap<string, CollectedField> {
  const fields = new Map<string, CollectedField & { selectionSets: SelectionSet[] }>();
  const collect = (selectionSet: SelectionSet, parent: CompositeType): void => {
    for (const selection of selectionSet.selections()) {
      if (isSkipped(selection, collecting)) continue;
      if (selection.kind === 'FragmentSelection') {
        const { typeCondition } = selection.element;
        // What says nothing of its type is of the one as which it is seen: Apollo's executor has it so.
        const applies = !typeCondition || isSubtype(typeCondition, collecting.typename ?? parent);
        if (applies) collect(selection.selectionSet, typeCondition ?? parent);
        continue;
      }
      const { element, selectionSet: below } = selection;
      const name = element.responseName();
      const field = fields.get(name) ?? {
        type: element.definition.type as Type,
        isTypename: element.name === typenameFieldName,
        selectionSets: [],
      };
      if (below) field.selectionSets.push(below);
      fields.set(name, field);
    }
  };
  for (const selectionSet of selectionSets) collect(selectionSet, parent);
  return fields;
}

interface Condition {
  arguments(): { readonly if: boolean | Variable };
}

function isSkipped({ element }: Selection, { schema, flags }: Collecting): boolean {
  const [skip] = element.appliedDirectivesOf(schema.skipDirective());
  const [include] = element.appliedDirectivesOf(schema.includeDirective());
  return (skip !== undefined && holds(skip, flags)) || (include !== undefined && !holds(include, flags));
}

function holds(directive: Condition, flags: Flags): boolean {
  const given = directive.arguments().if;
  return given instanceof Variable ? flags.get(given.name) === true : given;
}
