/** What stripper and engine say of a source that cannot be read, in words of the course, and what to try. */

interface Row {
  problem: RegExp;
  /** What stands before the place, after it, and on its line. */
  before?: RegExp;
  after?: RegExp;
  line?: RegExp;
  says: string;
  advice: string;
}

const parentheses = "To return an object from `=>`, put parentheses round it: `=> ({ … })`.";
const missing = "Is a word there misspelt, or a bracket, a comma or an operator missing before it?";

const rows: Row[] = [
  {
    problem: /^(Expected ';', '\}' or <eof>|Expression expected)$/,
    before: /=>\s*\{\s*(?:[\w$"']+\s*:[^;{}]*|(?:\.{0,3}))$/,
    says: "This cannot stand in a block.",
    advice: parentheses,
  },
  {
    problem: /^Expression expected$/,
    before: /\breturn[ \t]*[\r\n]\s*\{\s*(?:\.{0,3})$/,
    says: "This cannot stand in a block.",
    advice: "The value has to begin on the line of `return`.",
  },
  {
    problem: /^Expression expected$|^Expected '>'.*$/,
    line: /<[A-Za-z][\w.]*[^<>]*\/>|<\/[A-Za-z][\w.]*>/,
    says: "A tag cannot stand here.",
    advice: "There is no JSX here: a fold gives data, and the page draws it.",
  },
  {
    problem: /^Expression expected$/,
    after: /^(?:case|default)\b/,
    says: "A case cannot begin here.",
    advice: "Is a bracket or a quote that was opened above it not closed?",
  },
  {
    problem: /^Expected ';', '\}' or <eof>$/,
    says: "This cannot follow what stands before it.",
    advice: missing,
  },
  { problem: /^Expression expected$/, says: "A value was expected here.", advice: missing },
  {
    problem: /^Expected '(.+)', got '<eof>'$/,
    says: "The code ends, and a `$1` is missing.",
    advice: "Count the brackets: one that was opened above is not closed.",
  },
  {
    problem: /^Expected '(.+)', got 'ident'$/,
    says: "A `$1` was expected here, not a name.",
    advice: missing,
  },
  { problem: /^Expected '(.+)', got '(.+)'$/, says: "A `$1` was expected here, not `$2`.", advice: missing },
  {
    problem: /^Unterminated string constant$/,
    says: "A text begins here and does not end.",
    advice: "Close it with the quote it began with, on the same line.",
  },
  {
    problem: /^Unterminated template$/,
    says: "A text begins here and does not end.",
    advice: "Close it with a backtick.",
  },
  {
    problem: /^Unterminated block comment$/,
    says: "A comment begins here and does not end.",
    advice: "Close it with `*/`.",
  },
  {
    problem: /^await isn't allowed in non-async function$|^top-level await$/,
    says: "A fold never waits.",
    advice: "Take out await: all that `evolve` needs stands in the record and in the state.",
  },
  {
    problem: /^could not load module.*$/s,
    says: "Imports are not available here.",
    advice: "All you need is the language; types alone can be imported with `import type`.",
  },
  {
    problem: /^invalid redefinition of .*$/i,
    says: "This name is declared already.",
    advice: "Give one of them another name, or put each case of the switch in braces of its own.",
  },
  {
    problem: /^'const' declarations must be initialized$/,
    says: "A const needs a value.",
    advice: "Give it one here, or declare it with let.",
  },
  {
    problem: /^exported variable '(.*)' does not exist$/i,
    says: "`$1` is exported and declared nowhere.",
    advice: "Is it spelled as where it is declared?",
  },
];

/** A problem in words, of which the engine's own are kept where no better ones are known. */
export function problemInWords(problem: string, source: string, index: number | undefined): string {
  const at = index ?? 0;
  const before = source.slice(Math.max(0, at - 2_000), at);
  const after = source.slice(at, at + 2_000);
  const line = `${before.split(/[\r\n]/).at(-1)}${after.split(/[\r\n]/)[0]}`;
  const row = rows.find(
    (each) =>
      each.problem.test(problem) &&
      (each.before?.test(before) ?? true) &&
      (each.after?.test(after) ?? true) &&
      (each.line?.test(line) ?? true),
  );
  if (!row) return `${problem.charAt(0).toUpperCase()}${problem.slice(1).replace(/\.$/, "")}.`;
  return `${problem.replace(row.problem, row.says)} ${row.advice}`;
}

/** What to write instead of syntax that would have to be compiled, by how the stripper names it. */
const instead: [construct: RegExp, advice: string][] = [
  [/enum/, "Use a union of strings, or an object."],
  [/parameter property/, "Declare the field, and give it its value in the constructor."],
  [/namespace|module/, "Use a plain object, or functions of their own."],
  [/angle-bracket/, "Write `value as Type`."],
  [/import|export/, "Write `export` before each function; there is nothing to import."],
];

/** Syntax that types stripping cannot take out. `construct` as the stripper names it. */
export function unsupportedInWords(message: string): string {
  const construct = message.replace(/^TypeScript /, "").replace(/,? is not supported.*$/s, "");
  const named = construct.startsWith("The angle-bracket")
    ? "a type in angle brackets"
    : `a TypeScript ${construct}`;
  const advice = instead.find(([pattern]) => pattern.test(construct))?.[1] ?? "";
  return `Types are erased here, not compiled, and ${named} needs compiling. ${advice}`.trimEnd();
}
