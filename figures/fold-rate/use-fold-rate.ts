import { useEffect, useRef, useState } from "react";
import type { Json } from "../../engine/fold/json.ts";
import type { FoldNews, FoldPoint } from "./fold-list.ts";
import type { FoldQuestion } from "./fold-worker.ts";

/** One code to fold with, as the plot names it. */
export interface FoldSource {
  name: string;
  source: string;
}

export interface MeasuredFold {
  name: string;
  points: FoldPoint[];
  /** The state at the end; undefined while it folds. */
  state?: Json;
}

export interface FoldRateState {
  status: "idle" | "folding" | "done" | "failed";
  folds: MeasuredFold[];
}

/** The worker that folds, connected with one that makes its log. */
function openFoldWorkers(openLogWorker: () => Worker): Worker[] {
  const folder = new Worker(new URL("./fold-worker.ts", import.meta.url), { type: "module" });
  const maker = openLogWorker();
  const { port1, port2 } = new MessageChannel();
  maker.postMessage(port1, [port1]);
  folder.postMessage({ logPort: port2 } satisfies FoldQuestion, [port2]);
  return [folder, maker];
}

/**
 * Folds the log that a worker makes (`serve-log.ts`) with each source in turn, one after the other. The workers live from
 * the start to the end of the folds, or of the figure.
 */
export function useFoldRate(openLogWorker: () => Worker, sources: FoldSource[]) {
  const [measured, setMeasured] = useState<FoldRateState>({ status: "idle", folds: [] });
  const kept = useRef<Worker[]>([]);
  const stop = () => {
    for (const worker of kept.current) worker.terminate();
  };
  useEffect(() => stop, []);
  const start = () => {
    stop();
    kept.current = openFoldWorkers(openLogWorker);
    const [folder, maker] = kept.current as [Worker, Worker];
    let folds: MeasuredFold[] = [];
    const ask = () => {
      const { name, source } = sources[folds.length] as FoldSource;
      folds = [...folds, { name, points: [{ records: 0, milliseconds: 0 }] }];
      folder.postMessage({ source } satisfies FoldQuestion);
    };
    const end = (status: "done" | "failed") => {
      stop();
      setMeasured({ status, folds });
    };
    folder.addEventListener("message", ({ data }: MessageEvent<FoldNews>) => {
      if (data.kind === "failed") return end("failed");
      const { records, milliseconds } = data;
      const last = folds.at(-1) as MeasuredFold;
      const points = [...last.points, { records, milliseconds }];
      folds = [...folds.slice(0, -1), { ...last, points, ...(data.kind === "end" && { state: data.state }) }];
      if (data.kind === "end" && folds.length === sources.length) return end("done");
      if (data.kind === "end") ask();
      setMeasured({ status: "folding", folds });
    });
    for (const worker of [folder, maker])
      worker.addEventListener("error", (event) => {
        event.preventDefault();
        end("failed");
      });
    ask();
    setMeasured({ status: "folding", folds });
  };
  return { measured, start };
}

/** Records a second over a whole fold. */
export function rateOf({ points }: MeasuredFold): number {
  const { records, milliseconds } = points.at(-1) as FoldPoint;
  return (records * 1_000) / Math.max(1, milliseconds);
}
