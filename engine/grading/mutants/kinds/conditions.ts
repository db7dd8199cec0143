import type { AnyNode, Statement } from "acorn";
import { unwrapNode } from "../../../syntax/walk-nodes.ts";
import { type Edit, type Mistakes, type Place, removalOf, replaced, replacementOf } from "../mutant.ts";

/** A condition turned round or forgotten, a guard that is missing. */
export const conditions: Mistakes = (place) => {
  const { node } = place;
  switch (node.type) {
    case "IfStatement": {
      const { test, consequent, alternate } = node;
      const head = { start: node.start, end: consequent.start };
      const always = replaced(place, "dropped condition", test, "true", head);
      const never = alternate
        ? replaced(place, "dropped condition", test, "false", head)
        : withoutStatement(place, leaves(consequent) ? "missing guard" : "dropped condition", node);
      return [...negated(place, test, head), always, never];
    }
    case "ConditionalExpression": {
      const { test, consequent, alternate } = node;
      const branches = [consequent, alternate].map((branch) =>
        replacementOf(place, "dropped condition", node, place.text(branch)),
      );
      return [...negated(place, test, test), ...branches];
    }
    case "WhileStatement":
      return [replaced(place, "dropped condition", node.test, "false", { ...node, end: node.body.start })];
    case "ArrowFunctionExpression":
      // A predicate, as `find` and `filter` take it.
      return node.body.type === "UnaryExpression" && node.body.operator === "!"
        ? negated(place, node.body, node)
        : [];
    default:
      return [];
  }
};

/** Nothing for an equation: turning its operator round says the same. */
function negated(place: Place, test: AnyNode, whole: { start: number; end: number }): Edit[] {
  const inner = unwrapNode(test);
  if (inner.type === "BinaryExpression" && /^[!=]==?$/.test(inner.operator)) return [];
  const text =
    inner.type === "UnaryExpression" && inner.operator === "!"
      ? place.text(inner.argument)
      : /^(Identifier|MemberExpression|CallExpression|ParenthesizedExpression)$/.test(test.type)
        ? `!${place.text(test)}`
        : `!(${place.text(test)})`;
  return [replaced(place, "negated condition", test, text, whole)];
}

/** Takes a statement out; where one has to stand, an empty one does. */
export function withoutStatement(
  place: Place,
  kind: "missing guard" | "dropped condition" | "dropped statement",
  node: Statement,
): Edit {
  const within = place.parents.at(-1);
  const listed = within?.type === "BlockStatement" || within?.type === "SwitchCase";
  const [firstLine = ""] = place.text(node).split("\n");
  return { ...removalOf(place, kind, node), text: listed ? "" : ";", shown: firstLine };
}

/** Whether a branch ends what goes on, as a guard does. */
function leaves(branch: Statement): boolean {
  const last = branch.type === "BlockStatement" ? branch.body.at(-1) : branch;
  return (
    last !== undefined &&
    ["ReturnStatement", "ThrowStatement", "ContinueStatement", "BreakStatement"].includes(last.type)
  );
}
