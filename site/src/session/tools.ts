import type { RawRecord } from "../../../engine/fold/event.ts";
import type { TerminalMessage } from "../../../engine/protocol/answers.ts";
import type { Completion } from "../../../engine/terminal/completion.ts";
import { completeRecorded, recordsOf, runRecorded } from "./recorded-tools.ts";
import type { Where } from "./session.ts";
import type { Socket } from "./socket.ts";

/** Kafka's tools by their real names. */
export interface Tools {
  /** Runs one line. Exactly one message of kind `finished` comes, and it is the last. */
  run(line: string, listen: (message: TerminalMessage) => void): RunningTool;
  /** What a line that is being typed may go on with; nothing where the server does not say. */
  complete(line: string): Promise<Completion>;
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

/** The tools on the server while it has Kafka, else in this page over the recorded logs. */
export function openTools(socket: Socket, where: () => Where, api: URL): Tools {
  const recorded = new URL("../recorded/", api);
  const onServer = () => where().kind === "kafka";
  return {
    run: (line, listen) =>
      onServer() ? runOnServer(socket, line, listen) : runRecorded(recorded, line, listen),
    complete: (line) => (onServer() ? completeOnServer(socket, line) : completeRecorded(recorded, line)),
    recorded: (topic) => recordsOf(recorded, topic),
  };
}

function runOnServer(socket: Socket, line: string, listen: (message: TerminalMessage) => void): RunningTool {
  const fail = (text: string) => {
    listen({ kind: "printed", lines: [{ text, warned: true }] });
    listen({ kind: "finished", good: false });
  };
  const asked = socket.ask(
    { kind: "terminal", line },
    {
      answer(message) {
        if (message.kind === "problem" || message.kind === "finished") asked.stop(false);
        if (message.kind === "problem") fail(message.detail);
        if (message.kind === "printed" || message.kind === "reads" || message.kind === "finished")
          listen(message);
      },
      lost: (reason) => fail(reason.message),
    },
  );
  return {
    type: (lines, end) => asked.tell({ kind: "terminal-input", lines, end }),
    interrupt: () => asked.tell({ kind: "cancel" }),
  };
}

function completeOnServer(socket: Socket, line: string): Promise<Completion> {
  const nothing = { from: line.length, words: [] };
  return new Promise((resolve) => {
    const asked = socket.ask(
      { kind: "complete", line },
      {
        answer(message) {
          asked.stop(false);
          resolve(message.kind === "completion" ? message : nothing);
        },
        lost: () => resolve(nothing),
      },
    );
  });
}
