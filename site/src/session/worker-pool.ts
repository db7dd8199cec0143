import type { TraceMessage } from "../../../engine/fold/trace.ts";
import { limits } from "../../../engine/sandbox/limits.ts";
import type { RunRequest } from "../../../engine/sandbox/run.ts";
import { endedAfter } from "../../../engine/sandbox/sentences.ts";
import type { WorkerMessage } from "./fold-worker.ts";
import type { Handle } from "./session.ts";

/** The worker that is not in use; a run takes it out and, if it stayed healthy, puts it back. */
let idle: Worker | null = null;
let runs = 0;

function take(): Worker {
  const worker =
    idle ?? new Worker(new URL("./fold-worker.ts", import.meta.url), { type: "module", name: "fold" });
  idle = null;
  return worker;
}

function giveBack(worker: Worker): void {
  if (idle) worker.terminate();
  else idle = worker;
}

/**
 * One fold in a worker of this browser. The engine's own limits stop most code; what it cannot stop is ended here
 * with the worker, and the steps that had arrived are kept. Exactly one `end` comes. `whenDone` resolves after it, to
 * whether the worker had to be ended.
 */
export function foldInWorker(
  request: RunRequest,
  listen: (message: TraceMessage) => void,
): Handle & { whenDone: Promise<boolean> } {
  const worker = take();
  const id = ++runs;
  let steps = 0;
  let started = false;
  let over = false;
  let limit: ReturnType<typeof setTimeout> | undefined;
  const { promise: whenDone, resolve: done } = Promise.withResolvers<boolean>();

  const stop = () => {
    over = true;
    clearTimeout(limit);
    worker.terminate();
    done(true);
  };
  const fail = (verdict: "time-limit" | "engine-fault", message: string) => {
    if (over) return;
    over = true;
    const position = request.records[steps]?.position ?? null;
    const at = { index: started ? steps : -1, position };
    listen({ kind: "end", verdict, message, at, state: null, steps, skipped: 0 });
    stop();
  };

  worker.onerror = (event) => {
    event.preventDefault();
    fail(
      "engine-fault",
      "The engine could not be started in this browser. Reload the page and run it again.",
    );
  };
  worker.onmessage = ({ data }: MessageEvent<WorkerMessage>) => {
    if (over || data.id !== id) return;
    if (data.kind === "begins") {
      const { wallMilliseconds } = limits;
      limit = setTimeout(() => fail("time-limit", endedAfter(wallMilliseconds).message), wallMilliseconds);
    } else if (data.kind === "message") {
      if (data.message.kind === "step") steps++;
      if (data.message.kind === "start") started = true;
      if (data.message.kind === "end") clearTimeout(limit);
      listen(data.message);
    } else {
      over = true;
      if (data.health === "healthy") giveBack(worker);
      else worker.terminate();
      done(false);
    }
  };
  worker.postMessage({ id, request });
  return { cancel: () => over || stop(), whenDone };
}

/** One fold with all its messages, once it has ended. `killed` says that the worker had to be ended. */
export function foldAllInWorker(request: RunRequest): Promise<{ messages: TraceMessage[]; killed: boolean }> {
  return new Promise((resolve) => {
    const messages: TraceMessage[] = [];
    const { whenDone } = foldInWorker(request, (message) => messages.push(message));
    whenDone.then((killed) => resolve({ messages: begun(messages, request), killed }));
  });
}

/** A worker that was ended before its first message leaves a trace without a start; every trace has one. */
function begun(messages: TraceMessage[], { runId, entry, scope, seed, slice }: RunRequest): TraceMessage[] {
  if (messages[0]?.kind === "start") return messages;
  return [
    { kind: "start", runId, engine: "", entry, scope, seed, slice, sourceHash: "", state: null },
    ...messages,
  ];
}
