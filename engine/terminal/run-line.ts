import { CommandError } from "./command-error.ts";
import { helpLines } from "./help-text.ts";
import { readFlags } from "./read-flags.ts";
import { wordsOf } from "./split-words.ts";
import type { Call } from "./tool-interface.ts";
import { toolNamed } from "./tool-list.ts";

/**
 * Runs one line and answers whether it went well. What is wrong with the line is told on the screen; only what the
 * cluster throws is thrown on.
 */
export async function runLine(line: string, call: Omit<Call, "flags">): Promise<boolean> {
  const { screen } = call;
  try {
    const [name, ...words] = wordsOf(line).map(({ text }) => text);
    if (name === undefined) return true;
    if (name === "help") {
      for (const each of helpLines(words[0])) screen.print(each);
      return true;
    }
    const tool = toolNamed(name);
    if (words.some((word) => word === "--help" || (word === "-h" && tool.name === "kcat"))) {
      for (const each of helpLines(tool.name)) screen.print(each);
      return true;
    }
    const flags = readFlags(tool.name, tool.flags, words);
    if (flags.has("--version") || flags.has("-V")) {
      screen.print(tool.version);
      return true;
    }
    const [extra] = flags.rest;
    if (extra !== undefined) {
      throw new CommandError(
        `${JSON.stringify(extra)} does not belong to an option. "help ${tool.name}" lists the options.`,
      );
    }
    await tool.run({ ...call, flags });
    return true;
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    screen.warn(error.message);
    return false;
  }
}
