import { CommandError } from "../command-error.ts";
import type { Flags } from "../read-flags.ts";
import type { Call, Command } from "../tool-interface.ts";
import { runBackslash } from "./backslash-commands.ts";
import type { Database } from "./database-interface.ts";
import { failureLines } from "./failure-lines.ts";
import { formatResult, type ResultFormat } from "./format-result.ts";
import { hasCode, type PsqlCommand, splitInput } from "./split-input.ts";

/** Rows of one result that are shown. */
const mostRows = 1_000;
/** What one statement may have, typed over several lines. */
const mostCharacters = 100_000;

const ownDatabase = "psql is connected to your own database here, and to no other.";
const noFiles = "There are no files here.";

export const psql: Command = {
  name: "psql",
  version: "psql (PostgreSQL) 18",
  summary: "Runs SQL in your own PostgreSQL database.",
  examples: [
    "psql -c 'SELECT 1 + 1'",
    "psql -c '\\dt'",
    "psql --csv -c 'SELECT * FROM carts' | head -n 3",
    "psql",
  ],
  flags: [
    {
      name: "-c",
      also: "--command",
      takes: "command",
      many: true,
      help: "Runs SQL, or one backslash command. Can be repeated.",
    },
    { name: "-x", also: "--expanded", help: "A line for each value." },
    { name: "-A", also: "--no-align", help: "Unaligned output, columns with | between them." },
    { name: "-F", also: "--field-separator", takes: "text", help: "With -A: what stands between columns." },
    { name: "-t", also: "--tuples-only", help: "Only rows: no names of columns, no count." },
    { name: "--csv", help: "Comma-separated values." },
    { name: "-q", also: "--quiet", help: "No CREATE TABLE and the like." },
    { name: "-X", also: "--no-psqlrc", help: "Accepted. There is no file of settings." },
  ],
  refusedFlags: {
    "-f": `${noFiles} Type or paste the statements, or give them with -c or after <<<.`,
    "--file": `${noFiles} Type or paste the statements, or give them with -c or after <<<.`,
    "-o": `${noFiles} Results are shown here, or go through a pipe.`,
    "--output": `${noFiles} Results are shown here, or go through a pipe.`,
    "-L": `${noFiles} Results are shown here, or go through a pipe.`,
    "--log-file": `${noFiles} Results are shown here, or go through a pipe.`,
    "-d": ownDatabase,
    "--dbname": ownDatabase,
    "-h": ownDatabase,
    "--host": ownDatabase,
    "-p": ownDatabase,
    "--port": ownDatabase,
    "-U": ownDatabase,
    "--username": ownDatabase,
    "-l": `${ownDatabase} \\dt lists its tables.`,
    "--list": `${ownDatabase} \\dt lists its tables.`,
  },
  async run(call) {
    const session = new PsqlSession(call);
    const given = call.flags.all("-c");
    try {
      if (given.length > 0) for (const text of given) await session.runGiven(text);
      else await session.runTyped();
    } finally {
      await session.close();
    }
  },
};

function formatOf(flags: Flags): ResultFormat {
  return {
    form: flags.has("--csv") ? "csv" : flags.has("-A") ? "unaligned" : "aligned",
    expanded: flags.has("-x"),
    tuplesOnly: flags.has("-t"),
    separator: flags.value("-F") ?? "|",
  };
}

/** What is done over one connection, which opens when it is first needed: what psql refuses needs none. */
class PsqlSession {
  readonly #call: Call;
  readonly #format: ResultFormat;
  #database: Database | null = null;

  constructor(call: Call) {
    this.#call = call;
    this.#format = formatOf(call.flags);
  }

  async #connect(): Promise<Database> {
    const { database, screen, signal } = this.#call;
    this.#database ??= await database((line) => screen.warn(line), signal);
    return this.#database;
  }

  async close(): Promise<void> {
    await this.#database?.close();
  }

  /** One `-c`: statements up to the first that fails, or one backslash command. */
  async runGiven(text: string): Promise<void> {
    const { commands, rest } = splitInput(text.trimStart().startsWith("\\") ? text : `${text}\n`);
    const all: PsqlCommand[] = hasCode(rest)
      ? [...commands, { kind: "statement", text: rest.trim(), expanded: false }]
      : commands;
    for (const command of all) if ((await this.#run(command)) !== "done") return;
  }

  /** What is typed, or comes through a pipe, up to `\q` or its end. */
  async runTyped(): Promise<void> {
    // Before the first line, so that nobody types into a psql that has no database.
    await this.#connect();
    let rest = "";
    for await (const { text } of this.#call.input()) {
      if (rest.length + text.length > mostCharacters) {
        throw new CommandError(`One statement has at most ${mostCharacters} characters here.`);
      }
      const split = splitInput(`${rest}${text}\n`);
      for (const command of split.commands) if ((await this.#run(command)) === "quit") return;
      rest = hasCode(split.rest) ? split.rest : "";
      if (this.#call.signal.aborted) return;
    }
    if (rest !== "") await this.#run({ kind: "statement", text: rest.trim(), expanded: false });
  }

  async #run(command: PsqlCommand): Promise<"done" | "failed" | "quit"> {
    if (command.kind === "statement") return this.#statement(command.text, command.expanded);
    try {
      const { name, words } = command;
      const ask = (sql: string) => this.#ask(sql);
      const goesOn = await runBackslash({
        name,
        words,
        ask,
        screen: this.#call.screen,
        format: this.#format,
      });
      return goesOn ? "done" : "quit";
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      this.#call.screen.warn(error.message);
      return "failed";
    }
  }

  async #statement(text: string, expanded: boolean): Promise<"done" | "failed"> {
    const { screen, flags, signal } = this.#call;
    const database = await this.#connect();
    const result = await database.run(text, { rows: mostRows, signal });
    const warnAll = (lines: string[]) => {
      for (const line of lines) screen.warn(line);
    };
    for (const notice of result.notices) warnAll(failureLines(notice, text));
    if (result.failure) warnAll(failureLines(result.failure, text));
    if (result.stopped !== null) screen.warn(result.stopped);
    if (result.failure || result.stopped !== null) return "failed";
    const hasRows = result.columns.length > 0 || /^SELECT/.test(result.tag);
    if (hasRows) {
      const format = { ...this.#format, expanded: expanded || this.#format.expanded };
      for (const line of formatResult(result, format)) screen.print(line);
    }
    const tells = !hasRows || !/^(SELECT|FETCH|SHOW|EXPLAIN)/.test(result.tag);
    if (tells && result.tag !== "" && !flags.has("-q")) screen.print(result.tag);
    if (result.more) screen.warn(`(Only the first ${mostRows} rows are shown.)`);
    return "done";
  }

  async #ask(sql: string): Promise<(string | null)[][]> {
    const database = await this.#connect();
    const { rows, failure, stopped } = await database.run(sql, {
      rows: mostRows,
      signal: this.#call.signal,
    });
    if (failure) throw new CommandError(failureLines(failure, sql)[0] ?? "");
    if (stopped !== null) throw new CommandError(stopped);
    return rows;
  }
}
