import type { LabEvent, LabFact, LabFold } from "../../../engine/labs/lab-event.ts";
import { initialScreen } from "../../../engine/labs/lab-screen.ts";
import type { LabMessage } from "../../../engine/protocol/lab-types.ts";
import type { LabCommandBody } from "../../../engine/protocol/request-types.ts";
import type { LabConnection } from "../session/lab-connection.ts";

/** What a lab that runs in this browser does with a command. */
export interface BrowserWork {
  /** Emits all that happens. Rejects with why the command could not be done. */
  handle(command: LabCommandBody, emit: (event: LabFact) => void): Promise<void>;
  /** Ends all work under way. */
  stop(): void;
}

/** A lab in this browser behind the same connection as a lab on the server: commands in, events out, kept for this page. */
export function browserLab(fold: LabFold, { handle, stop }: BrowserWork): LabConnection {
  const listeners = new Set<(message: LabMessage) => void>();
  let events: LabEvent[] = [];
  let next = 0;
  const emit = (event: LabFact) => {
    const happened = { index: next++, at: Date.now(), event };
    events.push(happened);
    for (const listen of listeners) listen({ kind: "lab-event", ...happened });
  };
  emit({ type: "LabOpened", data: {} });
  return {
    command: (_, command) => handle(command, emit),
    async reset() {
      stop();
      events = events.slice(0, 1);
      emit({ type: "LabReset", data: {} });
    },
    follow(_, listen) {
      listen({ kind: "lab-screen", index: 0, screen: initialScreen(fold) });
      for (const event of events) listen({ kind: "lab-event", ...event });
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
  };
}
