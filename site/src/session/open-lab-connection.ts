import { inPageLanguage } from "../language/engine-sentences.ts";
import type { LabConnection } from "./lab-connection.ts";
import type { Question, ServerSocket } from "./server-socket.ts";
import { Refusal } from "./session-interface.ts";

/** The labs over the page's WebSocket. */
export function openLabs(socket: ServerSocket): LabConnection {
  const handled = (question: Question) =>
    new Promise<void>((resolve, reject) => {
      const asked = socket.ask(question, {
        answer(message) {
          if (message.kind !== "lab-handled" && message.kind !== "problem") return;
          asked.stop(false);
          if (message.kind === "problem") {
            const { code, detail, retryAfter } = inPageLanguage(message);
            reject(new Refusal(code, detail, retryAfter));
          } else resolve();
        },
        lost: reject,
      });
    });
  return {
    command: (lab, command) => handled({ kind: "lab-command", lab, command }),
    reset: (lab) => handled({ kind: "lab-reset", lab }),
    follow(lab, listen, ended) {
      const asked = socket.ask(
        { kind: "lab-events", lab },
        {
          answer(message) {
            if (message.kind === "lab-screen" || message.kind === "lab-event") listen(message);
            if (message.kind !== "problem") return;
            asked.stop(false);
            ended();
          },
          lost: ended,
        },
      );
      return () => asked.stop(true);
    },
  };
}
