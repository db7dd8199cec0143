import type { LabMessage } from "../../../../engine/protocol/lab-types.ts";
import type { LabCommandBody } from "../../../../engine/protocol/request-types.ts";
import type { LabConnection } from "../../session/lab-connection.ts";
import type { FoldSession, RunLocation } from "../../session/session-interface.ts";

/** A session whose server's labs are the test: what was asked of them, and a way to answer. */
export function fakeLabs(first: RunLocation) {
  const listeners = new Set<() => void>();
  const commands: (LabCommandBody & { done(refusal?: Error): void })[] = [];
  let listen: ((message: LabMessage) => void) | null = null;
  let end = () => {};
  let where = first;
  const ask = (command: LabCommandBody) =>
    new Promise<void>((resolve, reject) => {
      commands.push({ ...command, done: (refusal) => (refusal ? reject(refusal) : resolve()) });
    });
  const labs: LabConnection = {
    command: (_, command) => ask(command),
    reset: () => ask({ type: "Reset" }),
    follow(_, hear, ended) {
      listen = hear;
      end = ended;
      return () => {
        listen = null;
      };
    },
  };
  const session = {
    where: () => where,
    watch(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    labs: async () => labs,
  } as Partial<FoldSession> as FoldSession;
  return {
    session,
    commands,
    isFollowed: () => listen !== null,
    tell: (...messages: LabMessage[]) => {
      for (const message of messages) listen?.(message);
    },
    moveTo(next: RunLocation) {
      where = next;
      if (next.kind === "browser") {
        listen = null;
        end();
      }
      for (const listener of listeners) listener();
    },
  };
}

export const onServer: RunLocation = { kind: "kafka", version: "4.3.1", sentence: "", learner: "l" };
export const withoutServer: RunLocation = { kind: "browser", because: "no-server" };
