import type { AnyNode, BreakStatement, Identifier } from "acorn";
import { isFunction, nodesOf, unwrapNode } from "../../../syntax/walk-nodes.ts";
import { type Edit, type Mistakes, type Place, replacementOf } from "../mutant.ts";
import { withoutStatement } from "./conditions.ts";

/** The old state for the new one, and a statement that is never run. */
export const returns: Mistakes = (place) => {
  const { node, parents } = place;
  switch (node.type) {
    case "ReturnStatement":
      return node.argument ? oldState(place, node.argument, parents.findLast(isFunction)) : [];
    case "ArrowFunctionExpression":
      return node.body.type === "BlockStatement" ? [] : oldState(place, node.body, node);
    case "ExpressionStatement":
      return node.directive === undefined && changes(unwrapNode(node.expression))
        ? [withoutStatement(place, "dropped statement", node)]
        : [];
    case "BreakStatement":
      return runsOn(node, parents) ? [withoutStatement(place, "dropped statement", node)] : [];
    default:
      return [];
  }
};

/** Whether a case of a switch runs on into the next one without this `break`. */
function runsOn({ label }: BreakStatement, parents: AnyNode[]): boolean {
  const left = parents.findLast(({ type }) => /^(Switch|While|DoWhile|For|ForIn|ForOf)Statement$/.test(type));
  return !label && left?.type === "SwitchStatement" && !parents.includes(left.cases.at(-1) as AnyNode);
}

/** Where a function makes something new of what it was given first, that itself is given back. */
function oldState(place: Place, answer: AnyNode, within: AnyNode | undefined): Edit[] {
  if (!isFunction(within)) return [];
  const state = within.params[0];
  if (state?.type !== "Identifier" || !makesNew(unwrapNode(answer))) return [];
  const name = within.id?.name ?? methodName(place);
  const folds = name === "evolve" || name === "project";
  if (!folds && !mentions(answer, state)) return [];
  return [replacementOf(place, "old state", answer, state.name)];
}

function makesNew({ type }: AnyNode): boolean {
  return /^(Object|Array|Call|Conditional)Expression$/.test(type);
}

/** The name under which an object holds the function that a place is in. */
function methodName({ parents }: Place): string | undefined {
  const at = parents.findLastIndex(isFunction);
  const holder = parents[at - 1];
  return holder?.type === "Property" && holder.key.type === "Identifier" ? holder.key.name : undefined;
}

function mentions(node: AnyNode, { name }: Identifier): boolean {
  for (const [each] of nodesOf(node)) if (each.type === "Identifier" && each.name === name) return true;
  return false;
}

function changes({ type, ...node }: AnyNode): boolean {
  return (
    /^(Assignment|Update|Call)Expression$/.test(type) ||
    (type === "UnaryExpression" && (node as { operator?: string }).operator === "delete")
  );
}
