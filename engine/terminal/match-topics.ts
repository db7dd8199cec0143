import { CommandError } from "./command-error.ts";
import { compilePattern } from "./grep/compile-pattern.ts";
import { LineMatcher } from "./grep/match-line.ts";
import { parsePattern } from "./grep/parse-pattern.ts";

/**
 * The names that an expression matches as a whole, as Kafka's tools read `--topic`: a regular expression, in which a
 * comma separates alternatives as well.
 */
export function matchTopics(names: string[], expression: string): string[] {
  const pattern = expression.trim().replaceAll(",", "|");
  try {
    const program = compilePattern({
      kind: "sequence",
      parts: [
        { kind: "edge", edge: "start" },
        parsePattern(pattern, "extended"),
        { kind: "edge", edge: "end" },
      ],
    });
    const matcher = new LineMatcher(program, false);
    return names.filter((name) => matcher.find([...name], 0, true) !== null);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    throw new CommandError(`${error.message.replace(/^grep/, `--topic ${expression}`)}.`);
  }
}
