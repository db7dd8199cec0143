import { monitorEventLoopDelay } from "node:perf_hooks";
import { Counter, Gauge, Registry } from "prom-client";
import type { LabSessions } from "../labs/sessions.ts";
import type { Log } from "../log/open-log.ts";
import type { Runner } from "../runs/runner.ts";
import type { Settings } from "../settings.ts";
import type { UnreadMemoryBudget } from "../unread/memory-budget.ts";

/** What is read each time the metrics are requested. */
interface Sources {
  runner: Runner;
  log: Log;
  labs: LabSessions;
  settings: Settings;
  unread: UnreadMemoryBudget;
}

const loopDelay = monitorEventLoopDelay({ resolution: 10 });
loopDelay.enable();

/** The 99th percentile in seconds since this was last read. */
function readLoopDelay(): number {
  const seconds = loopDelay.percentile(99) / 1e9;
  loopDelay.reset();
  return seconds;
}

/** What one server counts and measures. Labels are from fixed lists only, never a learner's text. */
export class Metrics {
  readonly #registry = new Registry();
  readonly refused = this.#counter("requests_refused_total", "Requests answered with a problem.");
  readonly appended = this.#counter("events_appended_total", "Events appended to learners' topics.");
  readonly sockets = this.#gauge("sockets", "Open WebSockets.");
  readonly connectionsCut = this.#counter(
    "connections_cut_total",
    "Connections cut off because their reader stood still.",
  );

  constructor({ runner, log, labs, settings, unread }: Sources) {
    const { queue, ended, cache } = runner;
    this.#counter("runs_total", "Runs by verdict.", ["verdict"], (counter) => {
      for (const [verdict, count] of ended) counter.inc({ verdict }, count);
    });
    this.#counter("runs_from_cache_total", "Runs answered with a trace made before.", [], (counter) =>
      counter.inc(cache.hits),
    );
    this.#gauge("slots", "Slots of the sandbox.", () => queue.slots);
    this.#gauge("slots_busy", "Slots in use.", () => queue.running);
    this.#gauge("runs_waiting", "Runs that wait for a slot.", () => queue.waiting);
    this.#gauge(
      "sandbox_processes",
      "Sandbox processes, spares and those of long folds included.",
      () => runner.pids.length,
    );
    this.#gauge("learner_topics", "Learners' topics, as last counted.", () => log.topics.counted());
    this.#gauge("learner_topics_most", "How many of them there may be.", () => settings.learnerTopics.inAll);
    this.#counter("lab_commands_total", "Commands that labs have done, by lab.", ["lab"], (counter) => {
      for (const [lab, count] of labs.handled) counter.inc({ lab }, count);
    });
    this.#gauge("labs_open", "Open labs of learners.", () => labs.open);
    this.#gauge("labs_kept", "Labs of learners whose events are kept, open ones included.", () => labs.kept);
    this.#gauge("lab_services", "Running systems that labs share.", () => labs.servicesRunning);
    this.#gauge("unread_bytes", "Bytes of answers that wait to be read.", () => unread.bytes);
    this.#gauge(
      "event_loop_lag_seconds",
      "99th percentile of the event loop's delay since the metrics were last read.",
      readLoopDelay,
    );
    this.#gauge("resident_memory_bytes", "Memory of the web process.", () => process.memoryUsage.rss());
  }

  /** Prometheus' text format, and its content type. */
  async read(): Promise<{ text: string; contentType: string }> {
    return { text: await this.#registry.metrics(), contentType: this.#registry.contentType };
  }

  /** `count` adds what was counted elsewhere since the start. */
  #counter<Label extends string = never>(
    name: string,
    help: string,
    labelNames: Label[] = [],
    count?: (counter: Counter<Label>) => void,
  ): Counter<Label> {
    return new Counter({
      name: `offset_zero_${name}`,
      help,
      labelNames,
      registers: [this.#registry],
      ...(count && {
        collect() {
          this.reset();
          count(this);
        },
      }),
    });
  }

  #gauge(name: string, help: string, measure?: () => number): Gauge {
    return new Gauge({
      name: `offset_zero_${name}`,
      help,
      registers: [this.#registry],
      ...(measure && {
        collect() {
          this.set(measure());
        },
      }),
    });
  }
}
