import type { Cluster } from "./cluster-interface.ts";
import { splitAtPipes } from "./parse-line.ts";
import type { Flag } from "./read-flags.ts";
import { wordsOf } from "./split-words.ts";
import type { Command } from "./tool-interface.ts";
import { type OfferedTools, ownWords, toolsOffered } from "./tool-list.ts";

/** What may be completed at the cursor. */
export interface Completion {
  /** Where in the line the word begins that is completed. */
  from: number;
  /** Whole words, in order. */
  words: string[];
}

/** The names that a line up to the cursor can go on with: tools, flags, and for a flag's value topics and groups. */
export async function complete(
  line: string,
  cluster: Pick<Cluster, "topics" | "groups">,
  offered?: OfferedTools,
): Promise<Completion> {
  // What is completed belongs to the tool after the last pipe.
  const words = (splitAtPipes(wordsOf(line, true)).at(-1) ?? []).filter(({ operator }) => !operator);
  const last = words.at(-1);
  const typing = last && (!/\s$/.test(line) || !last.closed) ? last : null;
  const typed = typing?.text ?? "";
  const from = typing?.start ?? line.length;
  const before = (typing ? words.slice(0, -1) : words).map(({ text }) => text);
  const names = await candidates(before, typed, cluster, toolsOffered(offered));
  return { from, words: names.filter((name) => name.startsWith(typed)).toSorted() };
}

async function candidates(
  [name, ...before]: string[],
  typed: string,
  cluster: Pick<Cluster, "topics" | "groups">,
  tools: readonly Command[],
): Promise<string[]> {
  const toolNames = tools.map((tool) => tool.name);
  if (name === undefined) return [...toolNames, ...ownWords];
  if (name === "help") return before.length === 0 ? [...toolNames, "differences"] : [];
  const tool = tools.find((each) => each.name === name || `${each.name}.sh` === name);
  if (!tool) return [];
  const flag = flagCalled(tool, before.at(-1));
  if (flag?.takes !== undefined) return values(flag, cluster);
  return typed === "" || typed.startsWith("-") ? unusedFlags(tool, before) : [];
}

/** The flags that have not been given yet, or may be given again. */
function unusedFlags({ flags }: Command, before: string[]): string[] {
  return flags
    .filter(({ name, also, many }) => many || !(before.includes(name) || (also && before.includes(also))))
    .flatMap(({ name, also }) => (also ? [name, also] : [name]));
}

function flagCalled({ flags }: Command, word: string | undefined): Flag | undefined {
  return flags.find(({ name, also }) => word !== undefined && (name === word || also === word));
}

async function values({ offers }: Flag, cluster: Pick<Cluster, "topics" | "groups">): Promise<string[]> {
  if (offers === undefined) return [];
  if (offers === "topics") return cluster.topics();
  return offers === "groups" ? cluster.groups.list() : [...offers];
}
