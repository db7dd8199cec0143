import { atom, computed } from "nanostores";
import type { SessionStore } from "../../session/session-store.ts";
import type { OpenedLog } from "../long/open-long-log.ts";
import { onChange } from "./on-change.ts";
import type { TapeStore } from "./tape.ts";

export type LongStore = ReturnType<typeof createLong>;

/**
 * The long log on the tape, where there is one: its cards by place, and a way to stand at any of them. The steps around
 * a place are requested one at a time; while the learner scrubs, only the last place is shown.
 */
export function createLong({ $tape, dispatch }: TapeStore, { $session }: SessionStore) {
  const $fold = computed($tape, ({ long }) => long);
  const $isLong = computed($tape, ({ log, long }) => log.kind === "long" || long !== undefined);
  /** What identifies the opened log: another log, or another fold of a topic that may have grown, is opened anew. */
  const $which = computed($tape, ({ log, long }) => (log.kind === "long" ? log.log : long?.runId));
  const $opened = atom<{ which: unknown; log: OpenedLog } | null>(null);
  const $here = computed([$isLong, $which, $opened], (isLong, which, opened) =>
    isLong && opened !== null && opened.which === which ? opened.log : null,
  );
  const $source = computed([$here, $tape], (here, { long, trace }) => {
    return here?.source(long?.end ?? null, trace.end) ?? null;
  });
  /** Null if the page holds every step of the fold. */
  const $long = computed([$isLong, $here, $fold, $source], (isLong, here, long, source) => {
    if (!isLong) return null;
    const reach = here ? here.reach(long?.end ?? null, long?.taken ?? 0) : -1;
    return {
      /** Null until the log has been opened. */
      source,
      at: Math.min(long?.at ?? -1, Math.max(-1, reach)),
      count: here?.log.count ?? 0,
      /** The last place that was folded. */
      reach,
      loading: long?.loading ?? false,
      /** Whether several partitions lie on the tape one after the other. */
      oneByOne: here !== null && !here.log.near && here.log.slice.partitions.length > 1,
    };
  });

  const open = () =>
    onChange([$isLong, $which, $session], (isLong, which, session) => {
      if (!isLong || !session) return;
      let gone = false;
      const { log, trace } = $tape.get();
      import("../long/open-long-log.ts")
        .then(({ openLog }) => openLog(log, trace.start.slice, session))
        .then((opened) => gone || $opened.set({ which, log: opened }))
        .catch(() => {});
      return () => {
        gone = true;
      };
    });

  let asking: string | null = null;
  const askForSteps = () =>
    onChange([$fold, $here, $session, $long], (fold, here, session, long) => {
      if (!fold?.loading || !here || !session || !long || asking === fold.runId) return;
      const { at, reach } = long;
      if (fold.at !== at) return dispatch({ type: "seek", place: at, playing: false });
      // No record has been folded yet.
      if (reach < 0) return;
      const { runId } = fold;
      asking = runId;
      here.window(session, runId, Math.max(0, at), $tape.get().trace, (window) => {
        if (asking === runId) asking = null;
        dispatch({ type: "window", runId, place: at, ...window });
      });
    });

  return {
    $long,
    seek(place: number, playing = false) {
      const reach = $long.get()?.reach ?? -1;
      const to = Math.max(-1, Math.min(place, reach));
      dispatch({ type: "seek", place: to, playing: playing && to < reach });
    },
    /** Moves to an offset, first of the current partition, then of the others; false if none has it. */
    jump(offset: number): boolean {
      const long = $long.get();
      const here = $here.get();
      if (!long || !here) return false;
      const partition = long.source?.card(long.at)?.record?.position.partition;
      const parts = here.log.slice.partitions.map((part) => part.partition);
      for (const each of [partition ?? parts[0] ?? 0, ...parts]) {
        const place = here.log.placeOf({ partition: each, offset });
        if (place === null || place > long.reach) continue;
        dispatch({ type: "seek", place, playing: false });
        return true;
      }
      return false;
    },
    /** The place of a step of the trace; null if it has none. */
    placeOf: (step: number): number | null => $fold.get()?.places[step] ?? null,
    start() {
      const stops = [open(), askForSteps()];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}
