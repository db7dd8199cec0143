import type { AnyNode, Literal } from "acorn";
import { unwrapNode } from "../../../syntax/walk-nodes.ts";
import { type Edit, type Mistakes, type Place, replaced } from "../mutant.ts";

/** A number that is off by one, `true` for `false`, a text that is never met where it is compared. */
export const values: Mistakes = (place) => {
  const { node, parents } = place;
  const within = surrounding(parents);
  if (node.type !== "Literal" || !within || isName(node, within)) return [];
  if (typeof node.value === "boolean") {
    return [replaced(place, "true or false", node, String(!node.value), shownOf(within, node))];
  }
  if (typeof node.value === "number" && Number.isSafeInteger(node.value))
    return offByOne(place, node, within);
  if (typeof node.value === "string" && isCompared(node, within)) {
    const quote = place.text(node).at(-1);
    const other = `${place.text(node).slice(0, -1)}?${quote}`;
    return [replaced(place, "compared text", node, other, shownOf(within, node))];
  }
  return [];
};

function offByOne(place: Place, node: Literal, within: AnyNode): Edit[] {
  const value = node.value as number;
  return [value - 1, value + 1].map((other) => {
    const before = place.text({ start: node.start - 1, end: node.start });
    // "- -1" and not "--1".
    const text = other < 0 && before === "-" ? ` ${other}` : String(other);
    return replaced(place, "off by one", node, text, shownOf(within, node));
  });
}

/** What it stands in, parentheses aside. */
function surrounding(parents: AnyNode[]): AnyNode | undefined {
  return parents.findLast(({ type }) => type !== "ParenthesizedExpression");
}

/** Whether a literal is a key of an object or the name of a module. */
function isName(node: Literal, within: AnyNode): boolean {
  if (
    within.type === "Property" ||
    within.type === "PropertyDefinition" ||
    within.type === "MethodDefinition"
  )
    return within.key === node && !within.computed;
  return /^(Import|Export)/.test(within.type);
}

/** A case of a switch is dropped by its own kind. */
function isCompared(node: Literal, within: AnyNode): boolean {
  if (within.type === "BinaryExpression") return /^([!=]==?|in)$/.test(within.operator);
  if (within.type !== "CallExpression" || within.arguments[0] !== node) return false;
  const callee = unwrapNode(within.callee);
  return (
    callee.type === "MemberExpression" &&
    callee.property.type === "Identifier" &&
    /^(includes|startsWith|endsWith|has|hasOwn)$/.test(callee.property.name)
  );
}

/** The expression to show a value in; the value alone where that would be long. */
function shownOf(within: AnyNode, node: Literal): AnyNode {
  return within.end - within.start <= 60 && !/Function|Statement$|^Program/.test(within.type) ? within : node;
}
