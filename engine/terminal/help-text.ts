import { knownDifferences } from "./known-differences.ts";
import type { Command } from "./tool-interface.ts";
import { type OfferedTools, toolNamed, toolsOffered } from "./tool-list.ts";

/** What `help` prints: all tools that are offered, or one with its flags. Throws `Stop` for an unknown tool. */
export function helpLines(name: string | undefined, offered?: OfferedTools): string[] {
  if (name === undefined) return overview(toolsOffered(offered));
  if (name === "differences") return differences();
  const tool = toolNamed(name, offered);
  return [
    `${tool.name}: ${tool.summary}`,
    "",
    ...flagLines(tool),
    "",
    "For example:",
    ...tool.examples.map((example) => `  ${example}`),
  ];
}

function overview(tools: readonly Command[]): string[] {
  const wide = Math.max(...tools.map(({ name }) => name.length)) + 2;
  return [
    "Kafka's tools, kcat and psql by their real names. You can read the course's topics. Your own topics have names that begin with 'mine.', for example mine.carts. psql works in a database of your own.",
    "",
    ...tools.map(({ name, summary }) => `  ${name.padEnd(wide)}${summary}`),
    "",
    '"help <tool>" lists its flags. Tab completes, the arrow keys recall your lines, Ctrl-C ends a tool,',
    'Ctrl-D ends your input. "clear" empties the screen, "history" lists your lines.',
    "A pipe gives what one tool prints to the next: kcat -C -t course.carts -e | jq -r .type | head -n 3",
    "<<< 'text' gives a tool its input. This is not a shell: it has no files, redirects, variables or patterns.",
    '"help differences" lists in what these tools differ from the real ones, and why.',
  ];
}

function differences(): string[] {
  return knownDifferences.flatMap(({ tools: names, difference, reason }) => [
    `${names}: ${difference}`,
    `  ${reason}`,
  ]);
}

function flagLines({ flags }: Command): string[] {
  const named = flags.map(({ name, also, takes, second, help }) => ({
    name: `${also ? `${name}, ${also}` : name}${takes ? ` <${takes}>` : ""}${second ? ` <${second}>` : ""}`,
    help,
  }));
  const wide = Math.min(34, Math.max(...named.map(({ name }) => name.length)) + 2);
  return named.flatMap(({ name, help }) =>
    name.length < wide ? [`  ${name.padEnd(wide)}${help}`] : [`  ${name}`, `  ${" ".repeat(wide)}${help}`],
  );
}
