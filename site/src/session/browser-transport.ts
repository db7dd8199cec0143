import type { TraceEnd } from "../../../engine/fold/trace.ts";
import { linesEnd } from "../../../engine/line-coverage/end-message.ts";
import type { CheckMessage, CheckProgress } from "../../../engine/protocol/response-types.ts";
import { sessionWords } from "../../../language/english/server-or-engine-away.ts";
import { type FoldSession, type Handle, Refusal } from "./session-interface.ts";

/**
 * Folding and grading in this browser. The engine, the checks and the solutions are loaded when first needed: nothing
 * of them is among the page's first bytes.
 */
export function browserTransport(): Pick<
  FoldSession,
  "run" | "lines" | "window" | "windowLines" | "check" | "compare"
> {
  const fault = sessionWords.noEngine;
  return {
    run: (request, listen) =>
      later(
        () => {
          const { log } = request;
          return log.kind === "long"
            ? import("./long-folds.ts").then(({ foldLong }) => foldLong(request, log, listen))
            : import("./browser-fold.ts").then(({ runInBrowser }) => runInBrowser(request, listen));
        },
        () => listen(notLoaded(fault)),
      ),
    lines: (request, listen) =>
      later(
        () => import("./browser-fold.ts").then(({ linesInBrowser }) => linesInBrowser(request, listen)),
        () => listen(linesEnd("unavailable", fault)),
      ),
    window: (request, listen) =>
      later(
        () => import("./long-folds.ts").then(({ windowHere }) => windowHere(request, listen)),
        () => listen(notLoaded(fault)),
      ),
    windowLines: (request, listen) =>
      later(
        () => import("./long-folds.ts").then(({ windowLinesHere }) => windowLinesHere(request, listen)),
        () => listen(linesEnd("unavailable", fault)),
      ),
    check: (request, listen: (message: CheckMessage | CheckProgress) => void) =>
      later(
        () => import("./browser-grading.ts").then(({ checkInBrowser }) => checkInBrowser(request, listen)),
        () =>
          listen({
            kind: "end",
            verdict: "engine-fault",
            passed: false,
            message: fault,
            records: 0,
            logs: 0,
            seed: null,
          }),
      ),
    compare: (payload, source) =>
      import("./browser-grading.ts").then(
        ({ compareInBrowser }) => compareInBrowser(payload, source),
        () => Promise.reject(new Refusal("engine-fault", fault)),
      ),
  };
}

function notLoaded(message: string): TraceEnd {
  return { kind: "end", verdict: "engine-fault", message, at: null, state: null, steps: 0, skipped: 0 };
}

/** A handle for something that begins once its code has been loaded. */
function later(load: () => Promise<Handle>, failed: () => void): Handle {
  let cancelled = false;
  let handle: Handle | null = null;
  load().then(
    (begun) => {
      handle = begun;
      if (cancelled) begun.cancel();
    },
    () => cancelled || failed(),
  );
  return {
    cancel() {
      cancelled = true;
      handle?.cancel();
    },
  };
}
