import type { Position } from "../fold/event.ts";
import type { Cluster } from "./cluster-interface.ts";
import type { Flag, Flags } from "./read-flags.ts";

/** Where a tool writes to. One call is one line, without its end. */
export interface Screen {
  /** `position` is the record's that the line shows. */
  print(line: string, position?: Position): void;
  /** What a tool writes to its error output. */
  warn(line: string): void;
}

/** One call of a tool. */
export interface Call {
  flags: Flags;
  cluster: Cluster;
  screen: Screen;
  /** The lines that are typed while the tool runs, up to Ctrl-D. The first use asks for them. */
  input(): AsyncIterable<string>;
  /** Aborts with Ctrl-C, and when the command has taken all it may. */
  signal: AbortSignal;
}

/** A tool by its real name. */
export interface Command {
  name: string;
  /** The release of the real tool that this one behaves as. */
  version: string;
  /** What it does, in one sentence. */
  summary: string;
  examples: string[];
  flags: readonly Flag[];
  run(call: Call): Promise<void>;
}

/**
 * The properties of a call, under their name of today and the one before, which the tools still take and say so.
 */
export function properties(
  { flags, screen }: Call,
  name: "--formatter-property" | "--reader-property",
): Map<string, string> {
  if (flags.has("--property")) {
    screen.warn(
      `Option --property is deprecated and will be removed in a future version. Use ${name} instead.`,
    );
  }
  return new Map([...flags.pairs("--property"), ...flags.pairs(name)]);
}

/** The release of Kafka whose tools these behave as. */
export const kafkaVersion = "4.3.1";

/** Every one of Kafka's tools has it. */
export const versionFlag: Flag = {
  name: "--version",
  help: "The Kafka release whose tool this one copies.",
};

/** Every one of Kafka's tools asks for it. */
export const bootstrapServer: Flag = {
  name: "--bootstrap-server",
  takes: "server to connect to",
  help: "Accepted. The course's Kafka always answers.",
};
