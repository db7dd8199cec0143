import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Playground } from "../playground.ts";

const lag = monitorEventLoopDelay({ resolution: 10 });
lag.enable();

/** What is counted beside the runs. Labels are from fixed lists only, never a learner's text. */
export const counters = { refused: 0, appended: 0, sockets: 0 };

/** `/metrics` in Prometheus' text format. */
export function metricsText({ runner, log, settings }: Playground): string {
  const { queue, ended, cache } = runner;
  const lines: string[] = [];
  const add = (name: string, type: "counter" | "gauge", help: string, values: [string, number][]) => {
    lines.push(`# HELP offset_zero_${name} ${help}`, `# TYPE offset_zero_${name} ${type}`);
    for (const [label, value] of values) lines.push(`offset_zero_${name}${label} ${value}`);
  };
  add(
    "runs_total",
    "counter",
    "Runs by verdict.",
    [...ended].map(([verdict, count]) => [`{verdict="${verdict}"}`, count]),
  );
  add("runs_from_cache_total", "counter", "Runs answered with a trace made before.", [["", cache.hits]]);
  add("slots", "gauge", "Slots of the sandbox.", [["", queue.slots]]);
  add("slots_busy", "gauge", "Slots in use.", [["", queue.running]]);
  add("runs_waiting", "gauge", "Runs that wait for a slot.", [["", queue.waiting]]);
  add("sandbox_processes", "gauge", "Sandbox processes, spares and those of long folds included.", [
    ["", runner.pids.length],
  ]);
  add("sockets", "gauge", "Open WebSockets.", [["", counters.sockets]]);
  add("events_appended_total", "counter", "Events appended to learners' topics.", [["", counters.appended]]);
  add("learner_topics", "gauge", "Learners' topics, as last counted.", [["", log.topics.counted()]]);
  add("learner_topics_most", "gauge", "How many of them there may be.", [["", settings.learnerTopics.inAll]]);
  add("requests_refused_total", "counter", "Requests answered with a problem.", [["", counters.refused]]);
  add("event_loop_lag_seconds", "gauge", "99th percentile of the event loop's delay.", [
    ["", lag.percentile(99) / 1e9],
  ]);
  add("resident_memory_bytes", "gauge", "Memory of the web process.", [["", process.memoryUsage.rss()]]);
  // Each reading tells of the time since the one before.
  lag.reset();
  return `${lines.join("\n")}\n`;
}
