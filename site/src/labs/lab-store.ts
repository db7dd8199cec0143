import { atom, computed } from "nanostores";
import type { LabEvent, LabFold } from "../../../engine/labs/lab-event.ts";
import { type LabRecording, screenOfRecording } from "../../../engine/labs/lab-recording.ts";
import { evolveScreen, initialScreen, type LabScreen } from "../../../engine/labs/lab-screen.ts";
import { openLab } from "../../../engine/labs/lab-status.ts";
import type { LabMessage } from "../../../engine/protocol/lab-types.ts";
import type { LabConnection } from "../session/lab-connection.ts";
import type { FoldSession, RunLocation } from "../session/session-interface.ts";

/** Where a lab runs, as the page sees it. */
export type LabPlace =
  | { kind: "finding" }
  | { kind: "server" }
  /** It runs in this browser and needs no server. */
  | { kind: "browser" }
  /** It was on a server that does not answer at the moment. */
  | { kind: "away" }
  /** There is no server, or it has no free place. */
  | { kind: "none"; full: boolean }
  /** A recording is stepped through; `step` of its events have happened. */
  | { kind: "recording"; recording: LabRecording; step: number; noServer: boolean };

/** Events that are shown, besides being folded. */
const shownEvents = 200;
/** Messages that arrive within so many milliseconds are folded at once and drawn once. */
const drawnEvery = 16;

export type LabStore<State = unknown> = ReturnType<typeof createLabStore<State>>;

/**
 * One lab on a page: what happened in it, the screen folded from that, and the way to ask for something. `here` is a lab
 * that runs in this browser.
 */
export function createLabStore<State>(id: string, fold: LabFold<State>, here?: LabConnection) {
  const $place = atom<LabPlace>({ kind: "finding" });
  const $screen = atom<LabScreen<State>>(initialScreen(fold));
  const $events = atom<LabEvent[]>([]);
  /** The types of the commands that are not done yet, in their order. */
  const $underWay = atom<string[]>([]);
  /** Why the last command was refused. */
  const $problem = atom<string | null>(null);
  let connection: LabConnection | null = null;
  let stopListening: (() => void) | null = null;
  let heard: LabMessage[] = [];
  let look = () => {};

  const drawHeard = () => {
    let screen = $screen.get();
    let events = $events.get();
    for (const message of heard) {
      if (message.kind === "lab-screen") {
        screen = message.screen as LabScreen<State>;
        events = [];
      } else {
        screen = evolveScreen(fold, screen, message);
        events = message.event.type === "LabReset" ? [message] : [...events, message];
      }
    }
    heard = [];
    $events.set(events.slice(-shownEvents));
    $screen.set(screen);
  };
  const hear = (message: LabMessage) => {
    if (heard.length === 0) setTimeout(drawHeard, drawnEvery);
    heard.push(message);
  };
  const stopFollowing = () => {
    stopListening?.();
    stopListening = null;
  };

  const ask = async (type: string, question: (to: LabConnection) => Promise<void>): Promise<boolean> => {
    if (!connection || !isReached($place.get())) return false;
    $problem.set(null);
    $underWay.set([...$underWay.get(), type]);
    try {
      await question(connection);
      return true;
    } catch (error) {
      $problem.set(error instanceof Error ? error.message : String(error));
      return false;
    } finally {
      const index = $underWay.get().indexOf(type);
      $underWay.set($underWay.get().toSpliced(index, 1));
    }
  };

  return {
    id,
    $place,
    $screen,
    $events,
    $underWay,
    $problem,
    /** Whether commands can be sent: the lab is open on a server. */
    $live: computed([$place, $screen], (place, { status }) => isReached(place) && status.phase === "open"),
    /** Follows the lab wherever the page's session is. Returns how to stop. */
    open(session: FoldSession): () => void {
      if (here) {
        connection = here;
        stopFollowing();
        stopListening = here.follow(id, hear, () => {});
        $place.set({ kind: "browser" });
        return stopFollowing;
      }
      let gone = false;
      const follow = async () => {
        const where = session.where();
        const there = hasLabs(where);
        const place = $place.get();
        // A recording that was chosen stays; one that stands in for a server goes when there is one.
        if (there === null || (place.kind === "recording" && !(there && place.noServer))) return;
        if (!there) {
          stopFollowing();
          const { kind } = place;
          const full = where.kind === "browser" && where.because === "full";
          $place.set(kind === "server" || kind === "away" ? { kind: "away" } : { kind: "none", full });
          return;
        }
        connection ??= await session.labs();
        if (gone || stopListening) return;
        $place.set({ kind: "server" });
        stopListening = connection.follow(id, hear, () => {
          stopListening = null;
        });
      };
      look = () => void follow();
      look();
      const unwatch = session.watch(look);
      return () => {
        gone = true;
        unwatch();
        stopFollowing();
      };
    },
    /** Resolves to whether it was done; why it was not is in `$problem`. */
    send: (type: string, data: object = {}) =>
      ask(type, (to) => to.command(id, { type, data: data as never })),
    start: () => ask(openLab, (to) => to.command(id, { type: openLab })),
    reset: () => ask("Reset", (to) => to.reset(id)),
    dismissProblem: () => $problem.set(null),
    /** Shows a recording after so many of its events, instead of the lab on a server. */
    showRecording(recording: LabRecording, step = recording.events.length) {
      stopFollowing();
      heard = [];
      const place = $place.get();
      const noServer = place.kind === "recording" ? place.noServer : place.kind === "none";
      $screen.set(screenOfRecording(fold, recording, step));
      $events.set(recording.events.slice(0, step));
      $place.set({ kind: "recording", recording, step, noServer });
    },
    /** Goes back to the lab on the server. */
    leaveRecording() {
      $place.set({ kind: "finding" });
      look();
    },
  };
}

/** Whether commands reach the lab. */
const isReached = ({ kind }: LabPlace): boolean => kind === "server" || kind === "browser";

/** Whether the labs of a server can be reached; null while that is not known. A lab may need no Kafka. */
function hasLabs(where: RunLocation): boolean | null {
  if (where.kind === "finding") return null;
  return where.kind === "kafka" || where.because === "no-kafka";
}
