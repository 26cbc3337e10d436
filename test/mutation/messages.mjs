/**
 * Leaves alone what is only told, never decided by: sentences in Chinese, the rules' own descriptions and the texts of
 * errors. What stands inside such a sentence is told too.
 */
const told = new Set(['message', 'when', 'why', 'reason', 'formula']);
const chinese = /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/;

function isTold(node) {
  switch (node?.type) {
    case 'StringLiteral':
      return chinese.test(node.value);
    case 'TemplateLiteral':
      return node.quasis.some(({ value }) => chinese.test(value.raw));
    case 'ConditionalExpression':
      return isTold(node.consequent) && isTold(node.alternate);
    case 'ObjectExpression':
      return node.properties.length > 0 && node.properties.every(({ value }) => isTold(value));
    case 'ObjectProperty':
      return told.has(node.key.name);
    case 'NewExpression':
      return node.callee.name === 'Error';
    case 'FunctionDeclaration':
      return isSentence(node.body);
    default:
      return false;
  }
}

/** Whether everything that a function can give is a sentence. */
function isSentence({ body }) {
  const given = body.flatMap((statement) => {
    const last = statement.type === 'IfStatement' ? statement.consequent : statement;
    return last.type === 'ReturnStatement' ? [last.argument] : [];
  });
  return given.length > 0 && given.every(isTold);
}

export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'messages',
    value: { shouldIgnore: ({ node }) => (isTold(node) ? 'it is told, and decides nothing' : undefined) },
  },
];
