import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type InlineFragmentNode,
} from 'graphql';

/** A fragment where it stands: itself, or the one of the document that it names. Throws where there is none. */
export function fragmentOf(
  selection: InlineFragmentNode | FragmentSpreadNode,
  { definitions }: DocumentNode,
): InlineFragmentNode | FragmentDefinitionNode {
  if (selection.kind === Kind.INLINE_FRAGMENT) return selection;
  const named = definitions.find(
    (node) => node.kind === Kind.FRAGMENT_DEFINITION && node.name.value === selection.name.value,
  );
  if (named?.kind !== Kind.FRAGMENT_DEFINITION)
    throw new Error('the document lacks a fragment that it names');
  return named;
}
