import type { BenchEnvironment } from "./bench-environment.ts";
import { runContender } from "./contenders/contender.ts";
import type { ScriptOrders, ScriptResult } from "./contenders/kafkajs-script.ts";
import type { Measurement } from "./measurement.ts";
import { median, medianRow, percentile, type Row } from "./result-table.ts";
import { lessonReducer, runLesson, simulateVisitor } from "./simulated-visitor.ts";

const warmUps = 20;
const runs = 200;
const rounds = 5;
/** The lesson's slice of its topic. */
const lesson = { topic: "course.carts", partition: 0, records: 8 };

/** The cart lesson's log on a warm server, beside a script for the same fold. */
export const lessonRuns: Measurement = {
  name: "lesson",
  async measure({ url, kafka }: BenchEnvironment, { mostRounds }): Promise<Row[]> {
    const one = simulateVisitor(url);
    for (let i = 0; i < warmUps; i++) await runLesson(one);
    const first: number[] = [];
    const whole: number[] = [];
    const script: number[] = [];
    for (let round = 0; round < Math.min(rounds, mostRounds); round++) {
      for (let i = 0; i < runs / rounds; i++) {
        const { firstStep, end } = await runLesson(one);
        first.push(firstStep);
        whole.push(end);
      }
      const orders: ScriptOrders = {
        brokers: kafka.brokers,
        reducer: lessonReducer,
        byKey: false,
        ...lesson,
        topic: kafka.topicPrefix + lesson.topic,
      };
      script.push((await runContender<ScriptResult>("kafkajs-script.ts", orders)).ms);
    }
    return [
      medianRow("lesson's log over HTTP and Kafka: first step, median", "ms", first),
      { what: "lesson's log: first step, 95th percentile", value: percentile(first, 0.95), unit: "ms" },
      { what: "lesson's log: last line, median", value: median(whole), unit: "ms" },
      medianRow("lesson's log: KafkaJS script, process start to result", "ms", script),
      {
        what: "lesson's log: first step against the script",
        value: median(first) / median(script),
        unit: "×",
        target: { atMost: 0.2 },
      },
    ];
  },
};
