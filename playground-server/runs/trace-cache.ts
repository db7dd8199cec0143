import { createHash } from "node:crypto";
import type { TraceMessage, Verdict } from "../../engine/fold/trace.ts";
import type { RunRequest } from "../../engine/sandbox/run-request.ts";
import { CachedTrace } from "./cached-trace.ts";

/**
 * Verdicts that follow from the run alone. The others may come from what else the machine did: a run that was stopped
 * from outside gets another chance the next time.
 */
const kept = new Set<Verdict>([
  ...(["ok", "threw", "state-invalid", "async-not-allowed", "nondeterministic"] as const),
  ...(["compile-error", "source-too-large", "stack-limit", "result-unreadable"] as const),
]);

/** A trace under way into the cache. */
export interface TraceCollector {
  take(message: TraceMessage): void;
}

/**
 * Traces by the hash of all they are a function of. `bytes` bounds what is kept, the traces longest unused go first;
 * 0 keeps none.
 */
export class TraceCache {
  readonly #bytes: number;
  readonly #traces = new Map<string, CachedTrace>();
  #held = 0;
  /** How many runs were answered from here; for /metrics. */
  hits = 0;

  constructor(bytes: number) {
    this.#bytes = bytes;
  }

  /** The trace of a run that was made before; null where there is none. */
  find(hash: string): CachedTrace | null {
    const found = this.#traces.get(hash);
    if (!found) return null;
    this.hits++;
    this.#traces.delete(hash);
    this.#traces.set(hash, found);
    return found;
  }

  /** Takes the messages of a run as they pass, and keeps them when its end is one that may be kept. */
  collect(hash: string): TraceCollector {
    const lines: string[] = [];
    let characters = 0;
    return {
      take: (message) => {
        if (message.kind === "progress" || characters > this.#bytes) return;
        const line = CachedTrace.lineOf(message);
        characters += line.length;
        lines.push(line);
        if (message.kind !== "end" || !kept.has(message.verdict) || characters > this.#bytes) return;
        this.#keep(hash, CachedTrace.from(lines, message.verdict));
      },
    };
  }

  #keep(hash: string, trace: CachedTrace): void {
    if (trace.shared.length > this.#bytes || this.#traces.has(hash)) return;
    this.#traces.set(hash, trace);
    this.#held += trace.shared.length;
    for (const [oldest, { shared }] of this.#traces) {
      if (this.#held <= this.#bytes) break;
      this.#traces.delete(oldest);
      this.#held -= shared.length;
    }
  }
}

/**
 * The hash of all that a trace is a function of, the records' own bytes and places among them. Engine and limits are
 * those of this server, whose memory holds the cache.
 */
export function traceHash({ runId, records, ...request }: RunRequest): string {
  const hash = createHash("sha256").update(JSON.stringify(request));
  for (const { position, timestamp, key, value } of records) {
    const { topic, partition, offset } = position;
    // Lengths first, so that no two lists of records make the same text.
    const head = [topic, partition, offset, timestamp, key === null ? -1 : key.length, value?.length ?? -1];
    // In UTF-16: UTF-8 has one text for U+FFFD and for half of a surrogate pair.
    hash.update(`${JSON.stringify(head)}${key ?? ""}${value ?? ""}`, "utf16le");
  }
  return hash.digest("hex");
}
