import type { TraceEnd, TraceMessage } from "../../../engine/fold/trace.ts";
import { linesEnd } from "../../../engine/line-coverage/end-message.ts";
import type { LinesMessage } from "../../../engine/line-coverage/line-coverage-messages.ts";
import { endedAfter, engineFault } from "../../../engine/sandbox/fold-failures.ts";
import { limits } from "../../../engine/sandbox/limits.ts";
import { longFoldErrors } from "../../../language/english/long-fold-errors.ts";
import type { FoldedLog } from "../exercise/folded-log.ts";
import { inPageLanguage } from "../language/engine-sentences.ts";
import { bundledSeed } from "./bundled-seed.ts";
import type { LongAnswer, LongQuestion } from "./long-fold-worker.ts";
import { type FoldRequest, type Handle, localRunPrefix, type WindowRequest } from "./session-interface.ts";

type LongLog = Extract<FoldedLog, { kind: "long" }>;

/** A worker that is silent for so long is in a loop that the engine cannot stop: its own limits end all else before. */
const silence = 12 * limits.wallMilliseconds;

/** The fold that can be looked into: its worker holds the keyframes. A new long fold takes its place. */
let kept: { runId: string; worker: Worker } | null = null;
let folds = 0;
let questions = 0;

/** Folds a long log in a worker of its own: start, progress, one end. Parts of it can be asked for from then on. */
export function foldLong(
  { payload, source, asks }: FoldRequest,
  { log, scope = payload.exercise.scope }: LongLog,
  listen: (message: TraceMessage) => void,
): Handle {
  kept?.worker.terminate();
  const { entry } = payload.exercise;
  if (entry.kind !== "reducer" && entry.kind !== "projector") {
    listen(stopped({ verdict: "engine-fault", message: longFoldErrors.otherEntry }));
    return { cancel() {} };
  }
  const runId = `${localRunPrefix}${++folds}`;
  const worker = new Worker(new URL("./long-fold-worker.ts", import.meta.url), {
    type: "module",
    name: "long",
  });
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
  if (!worker)
    return endedHandle(() => listen(stopped({ verdict: "cancelled", message: longFoldErrors.gone })));
  return ask<TraceMessage>(worker, { asked: "window", place }, listen, (stop) => listen(stopped(stop)));
}

/** The lines that each of those steps goes through. */
export function windowLinesHere(
  { runId, place }: WindowRequest,
  listen: (message: LinesMessage) => void,
): Handle {
  const worker = kept?.runId === runId ? kept.worker : null;
  if (!worker) return endedHandle(() => listen(linesEnd("unavailable", longFoldErrors.gone)));
  return ask<LinesMessage>(worker, { asked: "lines", place }, listen, (stop) =>
    listen(linesEnd(stop.verdict === "time-limit" ? "limit" : "unavailable", inPageLanguage(stop).message)),
  );
}

function endedHandle(tell: () => void): Handle {
  queueMicrotask(tell);
  return { cancel() {} };
}

type Failure = Pick<TraceEnd, "verdict" | "message" | "sentences">;

type WithoutId<T> = T extends { id: number } ? Omit<T, "id"> : never;

/** One question to a worker; `fail` is told once, where no end comes. */
function ask<Message extends TraceMessage | LinesMessage>(
  worker: Worker,
  question: WithoutId<LongQuestion>,
  listen: (message: Message) => void,
  fail: (stop: Failure) => void,
): Handle & { isOpen(): boolean } {
  const id = ++questions;
  let over = false;
  let idleTimeout: ReturnType<typeof setTimeout> | undefined;
  const close = () => {
    over = true;
    clearTimeout(idleTimeout);
    worker.removeEventListener("message", hear);
    worker.removeEventListener("error", broken);
  };
  const wait = () => {
    clearTimeout(idleTimeout);
    idleTimeout = setTimeout(() => {
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
      fail({ verdict: "engine-fault", message: longFoldErrors.unreadable });
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

function stopped(reason: Failure): TraceEnd {
  return { kind: "end", ...reason, at: null, state: null, steps: 0, skipped: 0 };
}
