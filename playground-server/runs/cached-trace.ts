import type { TraceMessage, Verdict } from "../../engine/fold/trace.ts";

/**
 * A trace as its lines, in bytes that every reader shares: kept once, however many read it. Only the run's name, which
 * is the first that differs, is put in for each of them.
 */
export class CachedTrace {
  /** All lines, from what follows the run's name in the first one. */
  readonly shared: Buffer;
  readonly verdict: Verdict;

  private constructor(shared: Buffer, verdict: Verdict) {
    this.shared = shared;
    this.verdict = verdict;
  }

  /** `lines` as `lineOf` gave them, from the start to the end. */
  static from(lines: string[], verdict: Verdict): CachedTrace {
    return new CachedTrace(Buffer.from(`${lines.join("\n")}\n`), verdict);
  }

  /** A message as it is kept: a start without its kind and its run's name. */
  static lineOf(message: TraceMessage): string {
    if (message.kind !== "start") return JSON.stringify(message);
    const { kind, runId, ...rest } = message;
    return JSON.stringify(rest).slice(1);
  }

  /** The first bytes of the trace of a run, which hold its name. The shared bytes follow them. */
  static headOf(runId: string): string {
    return `{"kind":"start","runId":${JSON.stringify(runId)},`;
  }

  /** The JSON of each message, one at a time. */
  *lines(runId: string): Generator<string, void> {
    let head = CachedTrace.headOf(runId);
    for (let from = 0; from < this.shared.length; head = "") {
      const to = this.shared.indexOf("\n", from);
      yield head + this.shared.toString("utf8", from, to);
      from = to + 1;
    }
  }
}
