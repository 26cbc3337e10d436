import { Kind, visit, type ConstDirectiveNode, type DocumentNode } from 'graphql';

/** `requiresScopes__Scope` and its like, the names that the link directives bring in; sizes of lists go with them. */
const accessNames = /^(authenticated|requiresScopes|listSize|cost)(__|$)/;
const accessLink = /\/(authenticated|requiresScopes|cost)\//;

/**
 * The same supergraph without its directives of access and of list sizes. Apollo's planner refuses a supergraph that
 * carries them; whoever plans with this copy has to enforce the access table of the original.
 */
export function withoutAccess(supergraph: DocumentNode): DocumentNode {
  return visit(supergraph, {
    Directive: (node) =>
      accessNames.test(node.name.value) || linksAccess(node as ConstDirectiveNode) ? null : undefined,
    DirectiveDefinition: (node) => (accessNames.test(node.name.value) ? null : undefined),
    ScalarTypeDefinition: (node) => (accessNames.test(node.name.value) ? null : undefined),
  });
}

function linksAccess(directive: ConstDirectiveNode): boolean {
  const url = directive.arguments?.find(({ name }) => name.value === 'url')?.value;
  return directive.name.value === 'link' && url?.kind === Kind.STRING && accessLink.test(url.value);
}
