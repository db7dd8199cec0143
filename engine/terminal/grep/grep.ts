import { CommandError } from "../command-error.ts";
import { refuseFiles } from "../filters/refuse-files.ts";
import { type Flags, wholeNumber } from "../read-flags.ts";
import type { Call, Command, Line } from "../tool-interface.ts";
import { compilePattern } from "./compile-pattern.ts";
import { type Context, FoundLines } from "./found-lines.ts";
import { LineMatcher } from "./match-line.ts";
import { parsePattern, type Syntax } from "./parse-pattern.ts";
import type { Pattern } from "./pattern.ts";

/** Steps of matching before others get a turn, and those that one command may take. */
const stepsInARow = 1_000_000;
const mostSteps = 1_000_000_000;

export const grep: Command = {
  name: "grep",
  version: "3.8",
  summary: "After a pipe: prints the lines in which a pattern is found.",
  examples: [
    "kcat -C -t course.carts -e | grep -i shirt",
    "kafka-topics --list | grep -c '^course'",
    'kcat -C -t course.carts -e | grep -oE \'"type":"[A-Za-z]+"\'',
  ],
  flags: [
    { name: "-i", also: "--ignore-case", help: "Upper and lower case are the same." },
    { name: "-v", also: "--invert-match", help: "Prints the lines in which it is not found." },
    { name: "-c", also: "--count", help: "Prints only how many lines there are." },
    { name: "-n", also: "--line-number", help: "Prints each line's number before it." },
    { name: "-o", also: "--only-matching", help: "Prints only what was found, each on a line." },
    { name: "-w", also: "--word-regexp", help: "The pattern is a whole word." },
    { name: "-x", also: "--line-regexp", help: "The pattern is a whole line." },
    { name: "-q", also: "--quiet", help: "Prints nothing." },
    { name: "-m", also: "--max-count", takes: "number", help: "Ends after so many lines." },
    {
      name: "-A",
      also: "--after-context",
      takes: "number",
      help: "Prints so many lines after each found one.",
    },
    { name: "-B", also: "--before-context", takes: "number", help: "Prints so many lines before it." },
    { name: "-C", also: "--context", takes: "number", help: "Prints so many lines before and after it." },
    { name: "-e", also: "--regexp", takes: "pattern", many: true, help: "A pattern. Can be repeated." },
    {
      name: "-E",
      also: "--extended-regexp",
      help: "The pattern is an extended regular expression: + ? | ( ) { }.",
    },
    { name: "-F", also: "--fixed-strings", help: "The pattern is a text." },
    {
      name: "-G",
      also: "--basic-regexp",
      help: "The pattern is a basic regular expression, which is the default.",
    },
  ],
  operands: "pattern",
  rewrite: (words) => words.filter((word) => !/^--colou?r(=|$)/.test(word)),
  async run(call) {
    const { flags, screen } = call;
    const { matcher, operands } = matcherOf(flags);
    refuseFiles("grep", flags, operands);
    const most = flags.number("-m") ?? Number.POSITIVE_INFINITY;
    const only = flags.has("-o");
    const wanted = !flags.has("-v");
    const silent = flags.has("-c") || flags.has("-q");
    const lines = new FoundLines(screen, flags.has("-n"), only ? null : contextOf(flags));
    let count = 0;
    let number = 0;
    for await (const line of most === 0 ? [] : paused(call, matcher)) {
      number++;
      const characters = [...line.text];
      if (count === most || (matcher.find(characters, 0, true) !== null) !== wanted) {
        if (!silent) lines.other(number, line);
      } else {
        count++;
        if (flags.has("-q")) return;
        if (!silent && !only) lines.found(number, line);
        else if (!silent && wanted) {
          for (const text of matchesIn(matcher, characters)) lines.found(number, { ...line, text });
        }
      }
      if (count === most && lines.left === 0) break;
    }
    if (flags.has("-c")) screen.print(String(count));
  },
};

/** The lines, with a turn for others after much work. Throws `Stop` after too much. */
async function* paused({ input, signal }: Call, matcher: LineMatcher): AsyncGenerator<Line, void> {
  let until = stepsInARow;
  for await (const line of input()) {
    if (matcher.steps > until) {
      until = matcher.steps + stepsInARow;
      await new Promise((resolve) => setTimeout(resolve));
      if (signal.aborted) return;
    }
    if (matcher.steps > mostSteps) {
      throw new CommandError("(Stopped: this pattern takes too long on so many lines. Use a simpler one.)");
    }
    yield line;
  }
}

function contextOf(flags: Flags): Context | null {
  const both = flags.value("-C");
  const [before, after] = [flags.value("-B") ?? both, flags.value("-A") ?? both];
  if (before === undefined && after === undefined) return null;
  return { before: wholeNumber(before ?? "0", "-B"), after: wholeNumber(after ?? "0", "-A") };
}

function matchesIn(matcher: LineMatcher, characters: string[]): string[] {
  const found: string[] = [];
  for (let at = 0; at <= characters.length; ) {
    const match = matcher.find(characters, at, false);
    if (!match) break;
    if (match.to > match.from) found.push(characters.slice(match.from, match.to).join(""));
    at = Math.max(match.to, at + 1);
  }
  return found;
}

/** `operands`: how many words the pattern takes. Throws `Stop` where there is none. */
function matcherOf(flags: Flags): { matcher: LineMatcher; operands: number } {
  const given = flags.all("-e");
  const [operand] = flags.rest;
  const texts = given.length > 0 ? given : operand === undefined ? [] : [operand];
  if (texts.length === 0) throw new CommandError("grep needs a pattern, for example grep shirt.");
  const syntax: Syntax = flags.has("-F") ? "fixed" : flags.has("-E") ? "extended" : "basic";
  const parts = texts.flatMap((text) => text.split("\n")).map((text) => parsePattern(text, syntax));
  const whole: Pattern = { kind: "alternatives", parts };
  const program = compilePattern(within(whole, flags));
  return { matcher: new LineMatcher(program, flags.has("-i")), operands: given.length > 0 ? 0 : 1 };
}

function within(pattern: Pattern, flags: Flags): Pattern {
  const between = (before: "start" | "no-word-before", after: "end" | "no-word-after"): Pattern => ({
    kind: "sequence",
    parts: [{ kind: "edge", edge: before }, pattern, { kind: "edge", edge: after }],
  });
  if (flags.has("-x")) return between("start", "end");
  return flags.has("-w") ? between("no-word-before", "no-word-after") : pattern;
}
