import type { Command } from "./command.ts";
import { toolCalled, tools } from "./tools.ts";

/** What `help` prints: all tools, or one with its flags. Throws `Stop` for a tool that there is not. */
export function helpLines(name: string | undefined): string[] {
  if (name === undefined) return overview();
  const tool = toolCalled(name);
  return [
    ...[`${tool.name}: ${tool.summary}`, ""],
    ...flagLines(tool),
    ...["", "For example:"],
    ...tool.examples.map((example) => `  ${example}`),
  ];
}

function overview(): string[] {
  const wide = Math.max(...tools.map(({ name }) => name.length)) + 2;
  return [
    "Kafka's tools by their real names. Topics of the course can be read; your own are called mine.<name>.",
    "",
    ...tools.map(({ name, summary }) => `  ${name.padEnd(wide)}${summary}`),
    "",
    '"help <tool>" lists its flags. Tab completes, the arrow keys bring back what you typed, Ctrl-C ends a tool,',
    'Ctrl-D ends what you type into one. "clear" empties the screen, "history" lists your lines.',
    "This is no shell: there are no pipes, redirects, variables or patterns.",
  ];
}

function flagLines({ flags }: Command): string[] {
  const named = flags.map(({ name, also, takes, help }) => ({
    name: `${also ? `${name}, ${also}` : name}${takes ? ` <${takes}>` : ""}`,
    help,
  }));
  const wide = Math.min(34, Math.max(...named.map(({ name }) => name.length)) + 2);
  return named.flatMap(({ name, help }) =>
    name.length < wide ? [`  ${name.padEnd(wide)}${help}`] : [`  ${name}`, `  ${" ".repeat(wide)}${help}`],
  );
}
