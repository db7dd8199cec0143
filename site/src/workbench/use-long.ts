import { type Dispatch, useEffect, useMemo, useRef, useState } from "react";
import type { FoldSession } from "../session/session.ts";
import type { OpenedLog } from "./long/open.ts";
import type { BenchAction, BenchState } from "./state/bench.ts";

/**
 * The long log on the tape, where there is one: its cards by place, and a way to stand at any of them. The steps around
 * the place are asked for, one request at a time; who scrubs is shown the last place asked for.
 */
export function useLong(state: BenchState, session: FoldSession | null, dispatch: Dispatch<BenchAction>) {
  const { tape } = state;
  const { long, trace, log } = tape;
  const isLong = log.kind === "long" || long !== undefined;
  /** What is opened anew: another log, or another fold of a topic, which may have grown. */
  const which = log.kind === "long" ? log.log : long?.runId;
  const [opened, setOpened] = useState<{ which: unknown; log: OpenedLog } | null>(null);
  const asking = useRef<string | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: opened once for each log
  useEffect(() => {
    if (!isLong || !session) return;
    let gone = false;
    import("./long/open.ts")
      .then(({ openLog }) => openLog(log, trace.start.slice, session))
      .then((made) => gone || setOpened({ which, log: made }))
      .catch(() => {});
    return () => {
      gone = true;
    };
  }, [isLong, which, session]);

  const here = isLong && opened !== null && opened.which === which ? opened.log : null;
  const [whole, part] = [long?.end ?? null, trace.end];
  const source = useMemo(() => here?.source(whole, part) ?? null, [here, whole, part]);
  const count = here?.log.count ?? 0;
  const reach = here ? here.reach(whole, long?.taken ?? 0) : -1;
  const at = Math.min(long?.at ?? -1, Math.max(-1, reach));

  useEffect(() => {
    if (!long?.loading || !here || !session || asking.current === long.runId) return;
    if (long.at !== at) {
      dispatch({ type: "seek", place: at, playing: false });
      return;
    }
    // Nothing has been folded yet.
    if (reach < 0) return;
    const { runId } = long;
    asking.current = runId;
    here.window(session, runId, Math.max(0, at), trace, (window) => {
      if (asking.current === runId) asking.current = null;
      dispatch({ type: "window", runId, place: at, ...window });
    });
  }, [long, here, session, at, reach, trace, dispatch]);

  if (!isLong) return null;
  return {
    /** Null until the log has been opened. */
    source,
    at,
    count,
    /** The last place that was folded. */
    reach,
    loading: long?.loading ?? false,
    /** Whether several partitions lie on the tape one after the other. */
    oneByOne: here !== null && !here.log.near && here.log.slice.partitions.length > 1,
    seek(place: number, playing = false) {
      const to = Math.max(-1, Math.min(place, reach));
      dispatch({ type: "seek", place: to, playing: playing && to < reach });
    },
    /** Stands at an offset, of the partition one stands in where there are several; false where there is none. */
    jump(offset: number): boolean {
      const partition = source?.card(at)?.record?.position.partition;
      const parts = here?.log.slice.partitions.map((part) => part.partition) ?? [];
      for (const each of [partition ?? parts[0] ?? 0, ...parts]) {
        const place = here?.log.placeOf({ partition: each, offset }) ?? null;
        if (place === null || place > reach) continue;
        dispatch({ type: "seek", place, playing: false });
        return true;
      }
      return false;
    },
    /** The place of a step of the trace. */
    placeOf: (step: number): number | null => long?.places[step] ?? null,
  };
}
