import type { Position } from "../fold/event.ts";
import type { Cluster } from "./cluster-interface.ts";
import type { OpenJq } from "./jq/jq-engine.ts";
import type { OpenDatabase } from "./psql/database-interface.ts";
import type { Flag, Flags } from "./read-flags.ts";

/** A line that a tool reads, without its end. */
export interface Line {
  text: string;
  /** The record's that the tool before the pipe printed as this line. */
  position?: Position;
}

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
  /**
   * The lines that come through the pipe, or that are typed while the tool runs, up to Ctrl-D. The first use asks for
   * them.
   */
  input(): AsyncIterable<Line>;
  /** Opens the learner's own database. */
  database: OpenDatabase;
  /** Starts jq. */
  jq: OpenJq;
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
  /** Flags of the real tool that are not for learners, each with the sentence that says why and what to do. */
  refusedFlags?: Record<string, string>;
  /** What words mean that belong to no flag, such as a pattern. Without it there are none. */
  operands?: string;
  /** Writes a call's words as its flags have them, such as `-5` of head as `-n 5`. */
  rewrite?(words: string[]): string[];
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
