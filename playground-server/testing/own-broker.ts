import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openKafka } from "../../services/kafka/open-kafka.ts";
import { isAlive } from "../../services/processes/process-by-pid.ts";
import type { KafkaSettings } from "../log/kafka-client.ts";
import { waitForCondition } from "./test-playground.ts";

/** A broker that belongs to one test, which may kill it. It is started again by its guard after a kill. */
export interface OwnBroker {
  settings: KafkaSettings;
  /** Where the broker keeps its log segments. */
  dataDir: string;
  /** The broker's process as it runs now. */
  pid(): Promise<number>;
  /** Kills the broker with SIGKILL. Resolves when the process is gone. */
  kill(): Promise<void>;
  /** Stops the broker cleanly, for good. */
  stop(): Promise<void>;
  /** Stops the broker and deletes its files. */
  close(): Promise<void>;
}

/** Starts a broker in `dataDir`, by default in a new temporary folder. */
export async function openOwnBroker(dataDir?: string): Promise<OwnBroker> {
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), "offset-zero-own-broker-")));
  const env = { ...process.env, KAFKA_KIND: "local", KAFKA_PORT: "0", KAFKA_BROKERS: "" };
  const kafka = await openKafka({ dataDir: folder, log: () => {}, env });
  const pid = async () => {
    const file = await readFile(join(folder, "kafka", "broker.pid.json"), "utf8");
    return (JSON.parse(file) as { pid: number }).pid;
  };
  return {
    settings: kafka,
    dataDir: folder,
    pid,
    async kill() {
      const killed = await pid();
      process.kill(killed, "SIGKILL");
      await waitForCondition(() => !isAlive(killed), "the end of the broker");
    },
    stop: () => kafka.stop(),
    async close() {
      await kafka.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
