// Wraps every condition of a script so that it tells what it was. A condition is a comparison, an operand of && and
// ||, what ! denies, the test of an if or ?:, and what a callback of filter, some, every or find gives.
const ts = require('typescript');

const deciding = new Set(['filter', 'some', 'every', 'find']);
const comparisons = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.LessThanToken,
  ts.SyntaxKind.LessThanEqualsToken,
  ts.SyntaxKind.GreaterThanToken,
  ts.SyntaxKind.GreaterThanEqualsToken,
]);

/**
 * The script with its conditions wrapped in `__condition(number, …)`, numbered from `first`, and each condition's text
 * and line.
 */
function instrument(code, file, first) {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.ES2023, true, ts.ScriptKind.JS);
  const conditions = [];
  const wrap = (node, inner) => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
    conditions.push({ file, line: line + 1, text: node.getText(source).replace(/\s+/g, ' ') });
    const number = ts.factory.createNumericLiteral(first + conditions.length - 1);
    return ts.factory.createCallExpression(ts.factory.createIdentifier('__condition'), undefined, [
      number,
      inner,
    ]);
  };
  const { transformed } = ts.transform(source, [
    (context) => {
      const visit = (node) => {
        const inner = ts.visitEachChild(node, visit, context);
        return isCondition(node) ? wrap(node, inner) : inner;
      };
      return (root) => ts.visitEachChild(root, visit, context);
    },
  ]);
  return { code: ts.createPrinter().printFile(transformed[0]), conditions };
}

function isCondition(node) {
  if (!ts.isExpression(node) || ts.isParenthesizedExpression(node)) return false;
  if (isLogical(node) || isNot(node) || isConstant(node)) return false;
  return isComparison(node) || decides(node);
}

/** Whether the value of an expression says which way it goes on. */
function decides(node) {
  let at = node;
  while (ts.isParenthesizedExpression(at.parent)) at = at.parent;
  const { parent } = at;
  if (isLogical(parent) || isNot(parent)) return true;
  if (ts.isIfStatement(parent)) return parent.expression === at;
  if (ts.isConditionalExpression(parent)) return parent.condition === at;
  return ts.isArrowFunction(parent) && parent.body === at && isDecidingCallback(parent);
}

function isDecidingCallback(callback) {
  const { parent } = callback;
  return (
    ts.isCallExpression(parent) &&
    ts.isPropertyAccessExpression(parent.expression) &&
    deciding.has(parent.expression.name.text)
  );
}

function isComparison(node) {
  return ts.isBinaryExpression(node) && comparisons.has(node.operatorToken.kind);
}

function isLogical(node) {
  return (
    ts.isBinaryExpression(node) &&
    [ts.SyntaxKind.AmpersandAmpersandToken, ts.SyntaxKind.BarBarToken].includes(node.operatorToken.kind)
  );
}

function isNot(node) {
  return ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken;
}

function isConstant(node) {
  return [ts.SyntaxKind.TrueKeyword, ts.SyntaxKind.FalseKeyword, ts.SyntaxKind.NullKeyword].includes(
    node.kind,
  );
}

module.exports = { instrument };
