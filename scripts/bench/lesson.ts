import { contend } from "./contenders/contender.ts";
import type { ScriptOrders, ScriptResult } from "./contenders/kafkajs-script.ts";
import type { House } from "./house.ts";
import type { Measurement } from "./measurement.ts";
import { lessonReducer, runLesson, visitor } from "./requests.ts";
import { median, medianRow, percentile, type Row } from "./table.ts";

const warmUps = 20;
const runs = 200;
const rounds = 5;
/** The lesson's slice of its topic. */
const lesson = { topic: "course.carts", partition: 0, records: 8 };

/** The cart lesson's log on a warm server, beside a script for the same fold. */
export const lessonRuns: Measurement = {
  name: "lesson",
  async measure({ url, kafka }: House): Promise<Row[]> {
    const one = visitor(url);
    for (let i = 0; i < warmUps; i++) await runLesson(one);
    const first: number[] = [];
    const whole: number[] = [];
    const script: number[] = [];
    for (let round = 0; round < rounds; round++) {
      for (let i = 0; i < runs / rounds; i++) {
        const { firstStep, end } = await runLesson(one);
        first.push(firstStep);
        whole.push(end);
      }
      const orders: ScriptOrders = {
        ...{ brokers: kafka.brokers, reducer: lessonReducer, byKey: false, ...lesson },
        topic: kafka.topicPrefix + lesson.topic,
      };
      script.push((await contend<ScriptResult>("kafkajs-script.ts", orders)).ms);
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
