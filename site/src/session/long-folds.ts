import type { TraceEnd, TraceMessage } from "../../../engine/fold/trace.ts";
import type { LinesMessage } from "../../../engine/lit-lines/messages.ts";
import { linesEnd } from "../../../engine/lit-lines/sentences.ts";
import { limits } from "../../../engine/sandbox/limits.ts";
import { endedAfter, engineFault } from "../../../engine/sandbox/stops.ts";
import { longLogWords } from "../../../language/english/long-log.ts";
import type { LongLogData } from "../long-log/long-log-data.ts";
import { bundledSeed } from "./bundled-seed.ts";
import type { LongAnswer, LongQuestion } from "./long-worker.ts";
import { type FoldRequest, type Handle, longHere, type WindowRequest } from "./session.ts";

/** A worker that is silent for so long is in a loop that the engine cannot stop: its own limits end all else before. */
const silence = 12 * limits.wallMilliseconds;

/** The fold that can be looked into: its worker holds the keyframes. A new long fold takes its place. */
let kept: { runId: string; worker: Worker } | null = null;
let folds = 0;
let questions = 0;

/** Folds a long log in a worker of its own: start, progress, one end. Parts of it can be asked for from then on. */
export function foldLong(
  { payload, source, asks }: FoldRequest,
  log: LongLogData,
  listen: (message: TraceMessage) => void,
): Handle {
  kept?.worker.terminate();
  const { entry, scope } = payload.exercise;
  if (entry.kind !== "reducer" && entry.kind !== "projector") {
    listen(stopped({ verdict: "engine-fault", message: longLogWords.otherEntry }));
    return { cancel() {} };
  }
  const runId = `${longHere}${++folds}`;
  const worker = new Worker(new URL("./long-worker.ts", import.meta.url), { type: "module", name: "long" });
  kept = { runId, worker };
  const request = { runId, source, entry, scope, seed: bundledSeed, ...asks };
  const handle = ask<TraceMessage>(worker, { asked: "fold", request, log }, listen, (stop) =>
    listen(stopped(stop)),
  );
  return {
    cancel() {
      // The fold is over: its worker stays for what is asked of it.
      if (!handle.isOpen()) return;
      handle.cancel();
      worker.terminate();
      if (kept?.worker === worker) kept = null;
    },
  };
}

/** The steps around a place of a long fold, in a trace of their own. */
export function windowHere({ runId, place }: WindowRequest, listen: (message: TraceMessage) => void): Handle {
  const worker = kept?.runId === runId ? kept.worker : null;
  if (!worker) return gone(() => listen(stopped({ verdict: "cancelled", message: longLogWords.gone })));
  return ask<TraceMessage>(worker, { asked: "window", place }, listen, (stop) => listen(stopped(stop)));
}

/** The lines that each of those steps goes through. */
export function windowLinesHere(
  { runId, place }: WindowRequest,
  listen: (message: LinesMessage) => void,
): Handle {
  const worker = kept?.runId === runId ? kept.worker : null;
  if (!worker) return gone(() => listen(linesEnd("unavailable", longLogWords.gone)));
  return ask<LinesMessage>(worker, { asked: "lines", place }, listen, (stop) =>
    listen(linesEnd(stop.verdict === "time-limit" ? "limit" : "unavailable", stop.message)),
  );
}

function gone(tell: () => void): Handle {
  queueMicrotask(tell);
  return { cancel() {} };
}

interface Stop {
  verdict: TraceEnd["verdict"];
  message: string;
}

type WithoutId<T> = T extends { id: number } ? Omit<T, "id"> : never;

/** One question to a worker; `fail` is told once, where no end comes. */
function ask<Message extends TraceMessage | LinesMessage>(
  worker: Worker,
  question: WithoutId<LongQuestion>,
  listen: (message: Message) => void,
  fail: (stop: Stop) => void,
): Handle & { isOpen(): boolean } {
  const id = ++questions;
  let over = false;
  let patience: ReturnType<typeof setTimeout> | undefined;
  const close = () => {
    over = true;
    clearTimeout(patience);
    worker.removeEventListener("message", hear);
    worker.removeEventListener("error", broken);
  };
  const wait = () => {
    clearTimeout(patience);
    patience = setTimeout(() => {
      close();
      worker.terminate();
      fail(endedAfter(silence));
    }, silence);
  };
  const hear = ({ data }: MessageEvent<LongAnswer>) => {
    wait();
    if (data.id !== id) return;
    if (data.kind === "failed") {
      close();
      fail({ ...engineFault(), message: longLogWords.unreadable });
      return;
    }
    if (data.message.kind === "end") close();
    listen(data.message as Message);
  };
  const broken = (event: ErrorEvent) => {
    event.preventDefault();
    close();
    fail(engineFault());
  };
  worker.addEventListener("message", hear);
  worker.addEventListener("error", broken);
  wait();
  worker.postMessage({ ...question, id });
  return { cancel: close, isOpen: () => !over };
}

function stopped({ verdict, message }: Stop): TraceEnd {
  return { kind: "end", verdict, message, at: null, state: null, steps: 0, skipped: 0 };
}
