import type { LogRecord } from "../../../../engine/fold/event.ts";
import type { FoldSession, Handle, Refusal } from "../../session/session-interface.ts";

/** How long to wait before asking again for a topic that did not exist or a broker that was away, in milliseconds. */
const askAgain = 3_000;

/** A topic that is listened to until `stop`. */
export interface Following {
  /** Asks at once where it waits to ask again. */
  again(): void;
  stop(): void;
}

/**
 * Hears every record of a topic, those there are and those to come, each at least once. A log begins with its first
 * record, which another window may append: so what does not exist yet, or is away, is asked for again. `silent` is
 * told why nothing comes.
 */
export function followTopic(
  session: FoldSession,
  topic: string,
  hear: (record: LogRecord) => void,
  silent: (reason: Refusal) => void = () => {},
): Following {
  let handle: Handle | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listen = () => {
    clearTimeout(timer);
    handle = session.tail(topic, hear, (reason) => {
      handle = null;
      if (reason.code === "topic-unknown" || reason.code === "log-unavailable") {
        timer = setTimeout(listen, askAgain);
      }
      silent(reason);
    });
  };
  listen();
  return {
    again: () => {
      if (!handle) listen();
    },
    stop() {
      clearTimeout(timer);
      handle?.cancel();
    },
  };
}
