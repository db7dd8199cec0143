import { parse } from "acorn";

/** Syntax for which JavaScript calls a method that the learner's code may have replaced, and what to write instead. */
const unsafe: Record<string, string> = {
  TemplateLiteral: "a template literal (QuickJS calls String.prototype.concat): join texts with +",
  TaggedTemplateExpression: "a tagged template: call the function",
  SpreadElement: "a spread (calls an iterator): use a loop by index",
  ForOfStatement: "for … of (calls an iterator): use a loop by index",
  ArrayPattern: "a list pattern (calls an iterator): read by index",
  YieldExpression: "a generator: use a loop",
  AwaitExpression: "await: the sandbox runs no pending jobs",
};

/** Throws an error that names the line of the first unsafe syntax in this script. */
export function assertSafeSyntax(script: string): void {
  visit(parse(script, { ecmaVersion: "latest", locations: true }));
}

function visit(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  const { type, loc, regex } = value as {
    type?: string;
    loc?: { start: { line: number } };
    regex?: unknown;
  };
  const found = regex
    ? "a regular expression (calls RegExp.prototype.exec): search by index"
    : unsafe[type ?? ""];
  if (found) throw new Error(`The driver, line ${loc?.start.line} of the bundle, uses ${found}.`);
  Object.values(value).forEach(visit);
}
