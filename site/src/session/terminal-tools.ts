import type { RawRecord } from "../../../engine/fold/event.ts";
import type { TerminalMessage } from "../../../engine/protocol/response-types.ts";
import type { Completion } from "../../../engine/terminal/completion.ts";

/** Kafka's tools by their real names. */
export interface Tools {
  /** Runs one line with the tools that are offered. Exactly one message of kind `finished` comes, and it is the last. */
  run(line: string, listen: (message: TerminalMessage) => void, offered?: string[]): RunningTool;
  /** What a line that is being typed may go on with; nothing where the server does not say. */
  complete(line: string, offered?: string[]): Promise<Completion>;
  /** The records of a course topic as they were recorded, in fold order. */
  recorded(topic: string): Promise<RawRecord[]>;
}

/** A tool that runs in the terminal. */
export interface RunningTool {
  /** Gives it lines to read; `end` is Ctrl-D. */
  type(lines: string[], end: boolean): void;
  /** Ctrl-C: it ends, and its listener hears how. */
  interrupt(): void;
}
