import type { AnyNode } from "acorn";
import { parseSource } from "../syntax/parse-source.ts";
import { nodesOf } from "../syntax/walk-nodes.ts";

/**
 * How many statements a source has, as par counts them: the same however the code is formatted, with braces or without,
 * with `function` or an arrow, with types or without. Every declared name counts, a function that is nothing but an
 * expression counts its `return`, and a comma makes two of one. Null for a source that cannot be read.
 */
export function statementsIn(source: string): number | null {
  const read = parseSource(source);
  if (!read) return null;
  let count = 0;
  for (const [node] of nodesOf(read.program)) count += countOf(node);
  return count;
}

function countOf(node: AnyNode): number {
  switch (node.type) {
    // These only hold what counts.
    case "BlockStatement":
    case "EmptyStatement":
    case "LabeledStatement":
      return 0;
    case "VariableDeclarator":
    case "FunctionDeclaration":
    case "ClassDeclaration":
      return 1;
    case "ArrowFunctionExpression":
      return node.expression ? 1 : 0;
    case "SequenceExpression":
      return node.expressions.length - 1;
    default:
      return node.type.endsWith("Statement") ? 1 : 0;
  }
}
