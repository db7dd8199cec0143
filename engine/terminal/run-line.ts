import { CommandError } from "./command-error.ts";
import { helpLines } from "./help-text.ts";
import { type ParsedCommand, parseLine } from "./parse-line.ts";
import { runPipeline, type Stage } from "./pipeline.ts";
import { readFlags } from "./read-flags.ts";
import type { Call, Command } from "./tool-interface.ts";
import { type OfferedTools, toolNamed } from "./tool-list.ts";

/**
 * Runs one line with the tools that are offered, and answers whether it went well. What is wrong with the line is told on the screen; only what the
 * cluster throws is thrown on.
 */
export async function runLine(
  line: string,
  call: Omit<Call, "flags">,
  offered?: OfferedTools,
): Promise<boolean> {
  let stages: Stage[];
  try {
    stages = stagesOf(line, offered);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    call.screen.warn(error.message);
    return false;
  }
  return runPipeline(stages, call);
}

/** Why a line cannot be run with the tools that are offered, in the words of the terminal; null where it can. */
export function lineProblem(line: string, offered?: OfferedTools): string | null {
  try {
    stagesOf(line, offered);
    return null;
  } catch (error) {
    if (error instanceof CommandError) return error.message;
    throw error;
  }
}

function stagesOf(line: string, offered: OfferedTools): Stage[] {
  return parseLine(line).map((command) => stageOf(command, offered));
}

/** Throws `Stop` for a tool or words that there are not. */
function stageOf({ name, words, hereString }: ParsedCommand, offered: OfferedTools): Stage {
  const printing = (lines: string[]): Stage => ({
    async run({ screen }) {
      for (const each of lines) screen.print(each);
    },
  });
  if (name === "help") return printing(helpLines(words[0], offered));
  const tool = toolNamed(name, offered);
  if (words.some((word) => word === "--help" || (word === "-h" && tool.name === "kcat"))) {
    return printing(helpLines(tool.name, offered));
  }
  if (words.includes("--version")) return printing([tool.version]);
  const refused = words.map((word) => refusal(tool, word)).find((sentence) => sentence !== undefined);
  if (refused !== undefined) throw new CommandError(refused);
  const flags = readFlags(tool.name, tool.flags, tool.rewrite?.(words) ?? words);
  if (flags.has("-V")) return printing([tool.version]);
  const [extra] = flags.rest;
  if (extra !== undefined && tool.operands === undefined) {
    throw new CommandError(
      `${JSON.stringify(extra)} does not belong to an option. "help ${tool.name}" lists the options.`,
    );
  }
  return { run: (call) => tool.run({ ...call, flags }), ...(hereString !== undefined && { hereString }) };
}

/** Why a flag is refused that the real tool has. */
function refusal({ refusedFlags = {} }: Command, word: string): string | undefined {
  const name = word.startsWith("--") ? word.split("=", 1)[0] : word.slice(0, 2);
  return name !== undefined && word.startsWith("-") && Object.hasOwn(refusedFlags, name)
    ? refusedFlags[name]
    : undefined;
}
