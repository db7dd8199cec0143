/** The server by itself, as the container image runs it: Kafka is given by KAFKA_BROKERS. */
import { join } from "node:path";
import { openKafka } from "../services/kafka/open-kafka.ts";
import { startServer } from "./main.ts";

const { env } = process;
const dataDir = env.DATA_DIR || join(import.meta.dirname, "../.data");
const kafka = await openKafka({ dataDir, log: console.log, env });
const server = await startServer({
  host: env.HOST || "0.0.0.0",
  port: Number(env.PORT || 4000),
  kafka,
  siteDir: env.SITE_DIR || join(import.meta.dirname, "../site/dist"),
  dataDir,
  seed: ["1", "true", "yes"].includes(env.KAFKA_SEED ?? ""),
});
console.log(`Offset Zero is at ${server.url}\n${kafka.sentence}`);

let stopping = false;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, async () => {
    if (stopping) return;
    stopping = true;
    await server.close();
    await kafka.stop();
    process.exit(0);
  });
}
