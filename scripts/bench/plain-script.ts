import { spawn } from "node:child_process";
import { join } from "node:path";

/**
 * The baseline: what somebody would write who wants to fold the cart's log and has no course at hand. A process of its
 * own with KafkaJS, a fresh consumer group, `JSON.parse`, and the same reducer without a sandbox. Milliseconds from the
 * process's start to its result.
 */
export function plainScript(brokers: string[]): Promise<number> {
  const solution = join(import.meta.dirname, "../../exercises/cart-read-only/solution.ts");
  const script = `
    import { Kafka, logLevel } from "kafkajs";
    import { initialState, evolve } from ${JSON.stringify(solution)};
    const kafka = new Kafka({ brokers: ${JSON.stringify(brokers)}, logLevel: logLevel.NOTHING });
    const consumer = kafka.consumer({ groupId: "plain-" + process.pid });
    await consumer.connect();
    await consumer.subscribe({ topic: "course.carts", fromBeginning: true });
    let state = initialState();
    let folded = 0;
    await consumer.run({ eachMessage: async ({ partition, message }) => {
      if (partition !== 0) return;
      state = evolve(state, JSON.parse(message.value.toString()));
      if (++folded === 8) { console.log(JSON.stringify(state.lines)); process.exit(0); }
    } });`;
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(
      process.execPath,
      ["--disable-warning=TimeoutNegativeWarning", "--input-type=module", "-e", script],
      {
        cwd: join(import.meta.dirname, "../.."),
        env: { ...process.env, KAFKAJS_NO_PARTITIONER_WARNING: "1" },
      },
    );
    let output = "";
    child.stdout.on("data", (text) => {
      output += text;
    });
    child.stderr.on("data", (text) => {
      output += text;
    });
    child.on("exit", (code) =>
      code === 0
        ? resolve(performance.now() - started)
        : reject(new Error(`The plain script failed: ${output}`)),
    );
  });
}
