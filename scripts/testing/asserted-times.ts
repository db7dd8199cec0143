import { type AnyNode, type CallExpression, parse } from "acorn";
import amaro from "amaro";
import { nodesOf, unwrapNode } from "../../engine/syntax/walk-nodes.ts";

const clocks = /^(Date\.now|performance\.now|process\.hrtime(\.bigint)?|hrtime(\.bigint)?)\(\)$/;

/**
 * The assertions of a test file that depend on how long something took, each as its text. Found are `expect(…)` and
 * what is called on it, where one of their arguments holds the difference of two readings of the clock, or where a
 * reading itself is compared. Names that such a value is given to, or pushed into, are followed within the file.
 * `source` is TypeScript without JSX; throws where it cannot be parsed.
 */
export function assertedTimes(source: string): string[] {
  const { code } = amaro.transformSync(source, { mode: "strip-only" });
  const program = parse(code, { ecmaVersion: "latest", sourceType: "module" });
  const nodes = [...nodesOf(program)].map(([node]) => node);
  const text = ({ start, end }: AnyNode) => code.slice(start, end);

  const readings = new Set<string>();
  const durations = new Set<string>();
  /** A reading of the clock, or one moved by a number: `Date.now() + 5_000`. */
  const isReading = (given: AnyNode): boolean => {
    const node = unwrapNode(given);
    if (node.type === "Identifier") return readings.has(node.name);
    if (node.type === "CallExpression") return clocks.test(text(node));
    if (node.type !== "BinaryExpression" || !["+", "-"].includes(node.operator)) return false;
    return isReading(node.left) !== isReading(node.right);
  };
  const isDuration = (node: AnyNode): boolean =>
    (node.type === "Identifier" && durations.has(node.name)) ||
    (node.type === "BinaryExpression" &&
      node.operator === "-" &&
      isReading(node.left) &&
      isReading(node.right));
  const holdsDuration = (node: AnyNode) => [...nodesOf(node)].some(([inner]) => isDuration(inner));

  // A name may be given its value by another name that stands further down: until nothing is added.
  for (let before = -1; before !== readings.size + durations.size; ) {
    before = readings.size + durations.size;
    for (const node of nodes) {
      for (const [name, value] of namings(node)) {
        if (isReading(value)) readings.add(name);
        if (holdsDuration(value)) durations.add(name);
      }
    }
  }
  return nodes
    .filter((node): node is CallExpression & AnyNode => node.type === "CallExpression" && isOfExpect(node))
    .filter((call) => call.arguments.some((one) => holdsDuration(one) || (measures(call) && isReading(one))))
    .map(text);
}

/** The names that a node gives a value to. */
function namings(node: AnyNode): [name: string, value: AnyNode][] {
  if (node.type === "VariableDeclarator" && node.id.type === "Identifier" && node.init)
    return [[node.id.name, node.init]];
  if (node.type === "AssignmentExpression" && node.left.type === "Identifier")
    return [[node.left.name, node.right]];
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return [];
  const { object, property } = node.callee;
  if (object.type !== "Identifier" || property.type !== "Identifier" || property.name !== "push") return [];
  const { name } = object;
  return node.arguments.map((value): [string, AnyNode] => [name, value]);
}

/**
 * Whether a call of an assertion takes its argument for a measured value: `expect(…)` itself, or a comparison by size.
 * A reading that has to be equal to something is data: the time that a record carries.
 */
function measures({ callee }: CallExpression): boolean {
  if (callee.type === "Identifier") return true;
  return (
    callee.type === "MemberExpression" &&
    callee.property.type === "Identifier" &&
    /^toBe(Less|Greater|Close)/.test(callee.property.name)
  );
}

/** Whether a call is `expect(…)`, `expect.poll(…)`, `expect(…).not.toBe(…)` and the like. */
function isOfExpect(call: AnyNode): boolean {
  if (call.type === "CallExpression") return isOfExpect(call.callee);
  if (call.type === "MemberExpression") return isOfExpect(call.object);
  return call.type === "Identifier" && call.name === "expect";
}
