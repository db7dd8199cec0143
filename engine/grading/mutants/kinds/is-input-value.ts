import type { AnyNode, Pattern, VariableDeclarator } from "acorn";
import { isFunction, nodesOf, unwrapNode } from "../../../syntax/walk-nodes.ts";

/**
 * Whether an expression is (a part of) what a function was given, or another name for it: then to change it is to change
 * the input. This is a cautious guess: a new value, also the accumulator of `reduce` or a rest element, is not given.
 */
export function isInputValue(node: AnyNode, parents: AnyNode[]): boolean {
  const inner = unwrapNode(node);
  if (inner.type === "MemberExpression") return isInputValue(inner.object, parents);
  if (inner.type === "LogicalExpression" && inner.operator !== "&&") return isInputValue(inner.left, parents);
  if (inner.type !== "Identifier") return false;
  const { name } = inner;
  for (let at = parents.length - 1; at >= 0; at--) {
    const within = parents[at] as AnyNode;
    if (!isFunction(within)) continue;
    const place = within.params.findIndex((param) => bound(param, name) !== undefined);
    if (place >= 0) {
      return (
        bound(within.params[place] as Pattern, name) === "part" && !(place === 0 && carries(parents[at - 1]))
      );
    }
    const declared = declarationOf(name, within.body);
    if (declared) {
      const { id, init } = declared;
      return bound(id, name) === "part" && init != null && isInputValue(init, parents.slice(0, at + 1));
    }
  }
  return false;
}

/** Whether a pattern gives a name to a part of a value, or to a new object or list of the rest of it. */
function bound(pattern: Pattern, name: string): "part" | "new" | undefined {
  switch (pattern.type) {
    case "Identifier":
      return pattern.name === name ? "part" : undefined;
    case "AssignmentPattern":
      return bound(pattern.left, name);
    case "RestElement":
      return bound(pattern.argument, name) && "new";
    case "ArrayPattern":
      return first(pattern.elements.map((element) => element && bound(element, name)));
    case "ObjectPattern":
      return first(
        pattern.properties.map((each) => bound(each.type === "Property" ? each.value : each, name)),
      );
    default:
      return undefined;
  }
}

function first<T>(found: (T | null | undefined)[]): T | undefined {
  return found.find((each) => each != null) ?? undefined;
}

/** Whether a function is handed to `reduce`: its first parameter is what its last call made. */
function carries(call: AnyNode | undefined): boolean {
  const callee = call?.type === "CallExpression" ? unwrapNode(call.callee) : undefined;
  return (
    callee?.type === "MemberExpression" &&
    callee.property.type === "Identifier" &&
    /^reduce(Right)?$/.test(callee.property.name)
  );
}

function declarationOf(name: string, body: AnyNode): VariableDeclarator | undefined {
  for (const [node] of nodesOf(body)) {
    if (node.type === "VariableDeclarator" && bound(node.id, name)) return node;
  }
  return undefined;
}
