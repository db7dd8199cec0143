import { CommandError } from "../command-error.ts";
import type { Screen } from "../tool-interface.ts";
import { type AskCatalog, listRelations } from "./describe-relations.ts";
import { describeTable } from "./describe-table.ts";
import { formatResult, type ResultFormat } from "./format-result.ts";

/** What `\?` prints. */
const help = [
  "  \\d [NAME]     lists tables, views and sequences, or describes one",
  "  \\dt [PATTERN] lists tables; \\dv views, \\di indexes, \\ds sequences",
  "  \\g            ends a statement, as a semicolon does; \\gx shows its result expanded",
  "  \\x            expanded display, a line for each value, on or off",
  "  \\t            only rows, without names of columns, on or off",
  "  \\a            aligned or unaligned output",
  "  \\echo TEXT    prints a text",
  "  \\q            ends psql",
];

const noFiles = "There are no files and no other programs here";
/** Commands of the real psql that reach the machine. */
const refused: Record<string, string> = {
  "!": `${noFiles}: \\! starts nothing.`,
  copy: `${noFiles}: \\copy has nothing to read or write. INSERT adds rows, and SELECT shows them.`,
  o: `${noFiles}: results are shown here, or go through a pipe to jq, grep and the others.`,
  out: `${noFiles}: results are shown here, or go through a pipe to jq, grep and the others.`,
  i: `${noFiles}: \\i has nothing to read. Type or paste the statements.`,
  include: `${noFiles}: \\include has nothing to read. Type or paste the statements.`,
  ir: `${noFiles}: \\ir has nothing to read. Type or paste the statements.`,
  e: `${noFiles}: \\e has no editor to open.`,
  edit: `${noFiles}: \\edit has no editor to open.`,
  w: `${noFiles}: \\w has nothing to write to.`,
  s: `${noFiles}: the arrow keys recall your lines.`,
  cd: `${noFiles}: \\cd has nowhere to go.`,
  setenv: `${noFiles}: \\setenv has no environment to change.`,
  getenv: `${noFiles}: \\getenv has no environment to read.`,
  g: `${noFiles}: \\g takes no name of a file or program. Write \\g alone, or a semicolon.`,
  gx: `${noFiles}: \\gx takes no name of a file or program. Write \\gx alone.`,
  lo_import: `${noFiles}: \\lo_import has nothing to read.`,
  lo_export: `${noFiles}: \\lo_export has nothing to write to.`,
  c: "psql is connected to your own database here, and to no other.",
  connect: "psql is connected to your own database here, and to no other.",
  l: "psql is connected to your own database here, and shows no other. \\dt lists its tables.",
  password: "Your database's password is none of yours to set: the server connects for you.",
};

export interface BackslashCall {
  name: string;
  words: string[];
  ask: AskCatalog;
  screen: Screen;
  /** Changed by commands that set how results are written. */
  format: ResultFormat;
}

/** Does a backslash command. Answers whether psql goes on. Throws `Stop` with what is wrong. */
export async function runBackslash({ name, words, ask, screen, format }: BackslashCall): Promise<boolean> {
  const print = (lines: string[]) => {
    for (const line of lines) screen.print(line);
  };
  const [first] = words;
  const relations = /^d([tvis]?)$/.exec(name);
  if (name === "q") return false;
  if (name === "?" || name === "h") print(help);
  else if (name === "d" && first !== undefined) print(formatResult(await describeTable(ask, first), format));
  else if (relations) print(formatResult(await listRelations(ask, relations[1] ?? "", first), format));
  else if (name === "echo") screen.print(words.join(" "));
  else if (name === "x") {
    format.expanded = switched(format.expanded, first);
    screen.print(`Expanded display is ${format.expanded ? "on" : "off"}.`);
  } else if (name === "t") {
    format.tuplesOnly = switched(format.tuplesOnly, first);
    screen.print(`Tuples only is ${format.tuplesOnly ? "on" : "off"}.`);
  } else if (name === "a") {
    format.form = format.form === "aligned" ? "unaligned" : "aligned";
    screen.print(`Output format is ${format.form}.`);
  } else throw new CommandError(refusal(name));
  return true;
}

function switched(now: boolean, word: string | undefined): boolean {
  if (word === undefined) return !now;
  if (/^(on|true|1)$/i.test(word)) return true;
  if (/^(off|false|0)$/i.test(word)) return false;
  throw new CommandError(`unrecognized value "${word}": use on or off`);
}

function refusal(name: string): string {
  // A command of one letter or sign may have its word right behind it, as in \!ls.
  const known = [name, name.startsWith("!") ? "!" : name].find((each) => Object.hasOwn(refused, each));
  if (known !== undefined) return refused[known] as string;
  return `invalid command \\${name}. \\? lists the backslash commands that are here.`;
}
