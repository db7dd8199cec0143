import { type Mistakes, removalOf, replaced } from "../mutant.ts";

/** What is easily taken for one another. */
const others: Record<string, string> = {
  find: "findLast",
  findLast: "find",
  findIndex: "findLastIndex",
  findLastIndex: "findIndex",
  indexOf: "lastIndexOf",
  lastIndexOf: "indexOf",
  some: "every",
  every: "some",
  min: "max",
  max: "min",
  floor: "ceil",
  ceil: "floor",
  trunc: "ceil",
  startsWith: "endsWith",
  endsWith: "startsWith",
  toUpperCase: "toLowerCase",
  toLowerCase: "toUpperCase",
};

/** `filter` that keeps all, the first for the last, the least for the most. */
export const calls: Mistakes = (place) => {
  const { node } = place;
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return [];
  const { object, property, computed } = node.callee;
  if (computed || property.type !== "Identifier") return [];
  if (property.name === "filter") {
    const kept = { start: object.end, end: node.end };
    const dot =
      place.token(".", { start: object.end, end: property.start }) ??
      place.token("?.", { start: object.end, end: property.start });
    return [removalOf(place, "dropped filter", { ...kept, start: dot?.start ?? kept.start }, kept)];
  }
  const other = others[property.name];
  return Object.hasOwn(others, property.name) && other !== undefined
    ? [replaced(place, "other one", property, other, node.callee)]
    : [];
};
