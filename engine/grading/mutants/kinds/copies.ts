import type { ArrayExpression, CallExpression, ObjectExpression } from "acorn";
import { unwrapNode } from "../../../syntax/walk-nodes.ts";
import { type Edit, type Mistakes, type Place, replaced } from "../mutant.ts";
import { isInputValue } from "./is-input-value.ts";

const inPlace: Record<string, string> = { toSorted: "sort", toReversed: "reverse", toSpliced: "splice" };

/** What was given is changed where a copy should have been made. */
export const copies: Mistakes = (place) => {
  const { node } = place;
  switch (node.type) {
    case "ObjectExpression":
      return ofObject(place, node);
    case "ArrayExpression":
      return ofList(place, node);
    case "CallExpression":
      return ofCall(place, node);
    default:
      return [];
  }
};

function ofObject(place: Place, node: ObjectExpression): Edit[] {
  const [first, second] = node.properties;
  if (first?.type !== "SpreadElement" || !isInputValue(first.argument, place.parents)) return [];
  const given = place.text(first.argument);
  const rest = second && place.text({ start: second.start, end: node.end });
  const text = rest === undefined ? given : `Object.assign(${given}, { ${rest})`;
  return [replaced(place, "mutated input", node, text)];
}

function ofList(place: Place, node: ArrayExpression): Edit[] {
  const [first, second] = node.elements;
  if (first?.type !== "SpreadElement" || !isInputValue(first.argument, place.parents)) return [];
  const given = place.text(first.argument);
  if (node.elements.length === 1) return [replaced(place, "mutated input", node, given)];
  if (!second) return [];
  const added = place.text({ start: second.start, end: node.end - 1 }).trim();
  return [replaced(place, "mutated input", node, `(${given}.push(${added}), ${given})`)];
}

function ofCall(place: Place, node: CallExpression): Edit[] {
  const callee = unwrapNode(node.callee);
  const [first] = node.arguments;
  if (callee.type === "Identifier") {
    const copied = callee.name === "structuredClone" && first && isInputValue(first, place.parents);
    return copied ? [replaced(place, "mutated input", node, place.text(first))] : [];
  }
  if (callee.type !== "MemberExpression" || callee.property.type !== "Identifier") return [];
  const { object, property } = callee;
  const other = inPlace[property.name];
  if (other !== undefined && isInputValue(object, place.parents))
    return [replaced(place, "mutated input", property, other, node)];
  if (property.name === "slice" && node.arguments.length === 0 && isInputValue(object, place.parents))
    return [replaced(place, "mutated input", node, place.text(object))];
  const assigned = property.name === "assign" && first?.type === "ObjectExpression" ? first : undefined;
  const second = node.arguments[1];
  return assigned?.properties.length === 0 && second && isInputValue(second, place.parents)
    ? [replaced(place, "mutated input", { start: first?.start ?? 0, end: second.start }, "", node)]
    : [];
}
