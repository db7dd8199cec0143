import type { Call } from "./command.ts";
import { readFlags } from "./flags.ts";
import { helpLines } from "./help.ts";
import { Stop } from "./stop.ts";
import { toolCalled } from "./tools.ts";
import { wordsOf } from "./words.ts";

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
    const tool = toolCalled(name);
    if (words.some((word) => word === "--help" || (word === "-h" && tool.name === "kcat"))) {
      for (const each of helpLines(tool.name)) screen.print(each);
      return true;
    }
    const flags = readFlags(tool.name, tool.flags, words);
    const [extra] = flags.rest;
    if (extra !== undefined) {
      throw new Stop(
        `${JSON.stringify(extra)} belongs to no option. "help ${tool.name}" shows how it is called.`,
      );
    }
    await tool.run({ ...call, flags });
    return true;
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    screen.warn(error.message);
    return false;
  }
}
