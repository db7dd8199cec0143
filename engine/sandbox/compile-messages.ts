import { compileSentences } from "../sentences/english/compile.ts";
import {
  joinMessages,
  type Message,
  type PlainCode,
  sentencesFrom,
  verbatimMessage,
} from "../sentences/message.ts";

/** What stripper and engine say of a source that cannot be read, in words of the course, and what to try. */

const says = sentencesFrom(compileSentences);
type Code = PlainCode<typeof compileSentences>;

interface Row {
  problem: RegExp;
  /** The text before the place, after it, and on its line. */
  before?: RegExp;
  after?: RegExp;
  line?: RegExp;
  /** A sentence's code, or a function of the groups of `problem`. */
  says: Code | ((first: string, second: string) => Message);
  advice?: Code;
}

const rows: Row[] = [
  {
    problem: /^(Expected ';', '\}' or <eof>|Expression expected)$/,
    before: /=>\s*\{\s*(?:[\w$"']+\s*:[^;{}]*|(?:\.{0,3}))$/,
    says: "not-in-a-block",
    advice: "parentheses-around-object",
  },
  {
    problem: /^Expression expected$/,
    before: /\breturn[ \t]*[\r\n]\s*\{\s*(?:\.{0,3})$/,
    says: "not-in-a-block",
    advice: "value-on-line-of-return",
  },
  {
    problem: /^Expression expected$|^Expected '>'.*$/,
    line: /<[A-Za-z][\w.]*[^<>]*\/>|<\/[A-Za-z][\w.]*>/,
    says: "no-tags",
    advice: "no-jsx",
  },
  {
    problem: /^Expression expected$/,
    after: /^(?:case|default)\b/,
    says: "no-case",
    advice: "bracket-or-quote-open",
  },
  {
    problem: /^Expected ';', '\}' or <eof>$/,
    says: "cannot-follow",
    advice: "word-or-sign-missing",
  },
  { problem: /^Expression expected$/, says: "value-expected", advice: "word-or-sign-missing" },
  {
    problem: /^Expected '(.+)', got '<eof>'$/,
    says: (expected) => says("code-ends", { expected }),
    advice: "count-the-brackets",
  },
  {
    problem: /^Expected '(.+)', got 'ident'$/,
    says: (expected) => says("no-name", { expected }),
    advice: "word-or-sign-missing",
  },
  {
    problem: /^Expected '(.+)', got '(.+)'$/,
    says: (expected, got) => says("expected-not", { expected, got }),
    advice: "word-or-sign-missing",
  },
  {
    problem: /^Unterminated string constant$/,
    says: "string-does-not-end",
    advice: "close-the-quote",
  },
  {
    problem: /^Unterminated template$/,
    says: "string-does-not-end",
    advice: "close-the-backtick",
  },
  {
    problem: /^Unterminated block comment$/,
    says: "comment-does-not-end",
    advice: "close-the-comment",
  },
  {
    problem: /^await isn't allowed in non-async function$|^top-level await$/,
    says: "never-waits",
    advice: "remove-await",
  },
  {
    problem: /^could not load module$/,
    says: "no-imports",
    advice: "language-alone",
  },
  { problem: /^nested too deeply$/, says: "source-nested-too-deep" },
  {
    problem: /^invalid redefinition of .*$/i,
    says: "declared-twice",
    advice: "another-name",
  },
  {
    problem: /^'const' declarations must be initialized$/,
    says: "const-without-value",
    advice: "give-const-a-value",
  },
  {
    problem: /^exported variable '(.*)' does not exist$/i,
    says: (name) => says("exported-not-declared", { name }),
    advice: "spelled-as-declared",
  },
];

/** A problem in words: the engine's own words where we know no better ones. */
export function describeCompileProblem(problem: string, source: string, index: number | undefined): Message {
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
  if (!row)
    return verbatimMessage(`${problem.charAt(0).toUpperCase()}${problem.slice(1).replace(/\.$/, "")}.`);
  const [, first = "", second = ""] = row.problem.exec(problem) ?? [];
  const what = typeof row.says === "string" ? says(row.says) : row.says(first, second);
  return joinMessages(what, row.advice && says(row.advice));
}

/** What to write instead of syntax that would have to be compiled, by how the stripper names it. */
const instead: [construct: RegExp, advice: Code][] = [
  [/enum/, "union-instead-of-enum"],
  [/parameter property/, "field-instead-of-parameter"],
  [/namespace|module/, "object-instead-of-namespace"],
  [/angle-bracket/, "as-instead-of-angle-brackets"],
  [/import|export/, "export-instead-of-module"],
];

/** Syntax that types stripping cannot take out. `construct` as the stripper names it. */
export function describeUnsupportedSyntax(message: string): Message {
  const construct = message.replace(/^TypeScript /, "").replace(/,? is not supported.*$/s, "");
  const advice = instead.find(([pattern]) => pattern.test(construct))?.[1];
  return joinMessages(
    construct.startsWith("The angle-bracket")
      ? says("angle-brackets-need-compiling")
      : says("needs-compiling", { construct }),
    advice && says(advice),
  );
}
