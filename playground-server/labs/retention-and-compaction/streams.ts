import type {
  RetentionEvent,
  StreamStopReason,
} from "../../../engine/labs/retention-and-compaction/events.ts";
import type { Target } from "../../../engine/labs/retention-and-compaction/facts.ts";
import { retentionLimits } from "../../../engine/labs/retention-and-compaction/limits.ts";
import { sayOfTopicLab, topicLabRefusal } from "../topics/topic-lab-refusal.ts";

interface RunningStream {
  left: number;
  timer: NodeJS.Timeout | undefined;
}

/** Appends one event after the other to each target, until it is stopped or has appended as many as it may. */
export class Streams {
  readonly #running = new Map<Target, RunningStream>();
  readonly #append: (to: Target) => Promise<void>;
  readonly #emit: (event: RetentionEvent) => void;

  constructor(append: (to: Target) => Promise<void>, emit: (event: RetentionEvent) => void) {
    this.#append = append;
    this.#emit = emit;
  }

  start(to: Target, everyMs: number): void {
    if (this.#running.has(to)) throw topicLabRefusal(sayOfTopicLab("lab-stream-runs"));
    const stream: RunningStream = { left: retentionLimits.streamed, timer: undefined };
    this.#running.set(to, stream);
    this.#emit({ type: "StreamStarted", data: { to, everyMs } });
    const next = async () => {
      // Kafka may be away, or the topic full: then the stream ends and the page says so.
      const failed = await this.#append(to).then(
        () => false,
        () => true,
      );
      if (this.#running.get(to) !== stream) return;
      if (failed) this.#end(to, "failed");
      else if (--stream.left === 0) this.#end(to, "limit");
      else stream.timer = setTimeout(next, everyMs).unref();
    };
    void next();
  }

  stop(to: Target): void {
    if (this.#running.has(to)) this.#end(to, "asked");
  }

  stopAll(): void {
    for (const to of [...this.#running.keys()]) this.stop(to);
  }

  #end(to: Target, reason: StreamStopReason): void {
    clearTimeout(this.#running.get(to)?.timer);
    this.#running.delete(to);
    this.#emit({ type: "StreamStopped", data: { to, reason } });
  }
}
