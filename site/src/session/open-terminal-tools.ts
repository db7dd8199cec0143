import type { TerminalMessage } from "../../../engine/protocol/response-types.ts";
import type { Completion } from "../../../engine/terminal/completion.ts";
import { inPageLanguage } from "../language/engine-sentences.ts";
import { completeRecorded, recordsOf, runRecorded } from "./recorded-terminal-tools.ts";
import type { ServerSocket } from "./server-socket.ts";
import type { RunLocation } from "./session-interface.ts";
import type { RunningTool, Tools } from "./terminal-tools.ts";

/** The tools on the server while it has Kafka, else in this page over the recorded logs. */
export function openTools(socket: ServerSocket, where: () => RunLocation, api: URL): Tools {
  const recorded = new URL("../recorded/", api);
  const onServer = () => where().kind === "kafka";
  return {
    run: (line, listen, offered) =>
      onServer() ? runOnServer(socket, line, listen, offered) : runRecorded(recorded, line, listen, offered),
    complete: (line, offered) =>
      onServer() ? completeOnServer(socket, line, offered) : completeRecorded(recorded, line, offered),
    recorded: (topic) => recordsOf(recorded, topic),
  };
}

function runOnServer(
  socket: ServerSocket,
  line: string,
  listen: (message: TerminalMessage) => void,
  tools?: string[],
): RunningTool {
  const fail = (text: string) => {
    listen({ kind: "printed", lines: [{ text, warned: true }] });
    listen({ kind: "finished", good: false });
  };
  const asked = socket.ask(
    { kind: "terminal", line, tools },
    {
      answer(message) {
        if (message.kind === "problem" || message.kind === "finished") asked.stop(false);
        if (message.kind === "problem") fail(inPageLanguage(message).detail);
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

function completeOnServer(socket: ServerSocket, line: string, tools?: string[]): Promise<Completion> {
  const nothing = { from: line.length, words: [] };
  return new Promise((resolve) => {
    const asked = socket.ask(
      { kind: "complete", line, tools },
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
