import type { AnyNode, Function as FunctionNode } from "acorn";

/** The nodes right below a node, in the order in which acorn names them. */
export function childrenOf(node: AnyNode): AnyNode[] {
  return Object.values(node)
    .flat()
    .filter((value): value is AnyNode => typeof value?.type === "string" && typeof value.start === "number");
}

/** A node and all nodes below it, each with its ancestors, the nearest last. */
export function* nodesOf(node: AnyNode, parents: AnyNode[] = []): Generator<[AnyNode, AnyNode[]]> {
  yield [node, parents];
  const within = [...parents, node];
  for (const child of childrenOf(node)) yield* nodesOf(child, within);
}

/** An expression without the parentheses around it. */
export function unwrapNode<Node extends AnyNode>(
  node: Node,
): Exclude<Node | AnyNode, { type: "ParenthesizedExpression" }> {
  let inner: AnyNode = node;
  while (inner.type === "ParenthesizedExpression") inner = inner.expression;
  return inner as Exclude<AnyNode, { type: "ParenthesizedExpression" }>;
}

export function isFunction(node: AnyNode | null | undefined): node is FunctionNode & AnyNode {
  return (
    node?.type === "ArrowFunctionExpression" ||
    node?.type === "FunctionExpression" ||
    node?.type === "FunctionDeclaration"
  );
}
