import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import type { KafkaSettings } from "../../playground-server/log/kafka-client.ts";
import { openKafka } from "../../services/kafka/open-kafka.ts";
import { startServerProcess } from "../server-process.ts";

/** What is measured: a broker and a server of the bench's own, the server in a process of its own. */
export interface BenchEnvironment {
  kafka: KafkaSettings;
  url: string;
  /** The server's; its sandboxes are its children. */
  pid: number;
  close(): Promise<void>;
}

/** The whole load comes from one address, which is a class of thousands to the server; and every run is made anew. */
const settings = { PER_ADDRESS_SESSIONS: "10000", TRACE_CACHE_MB: "0" };

/** Everything lies in a folder below `dataDir` and is gone after `close`. */
export async function openBenchEnvironment(dataDir: string): Promise<BenchEnvironment> {
  const folder = await mkdtemp(join(dataDir, "bench-"));
  const ends: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  const close = async () => {
    for (let end = ends.pop(); end; end = ends.pop()) await end();
  };
  try {
    const env = { ...process.env, KAFKA_PORT: "0" };
    const { stop, ...kafka } = await openKafka({ dataDir: folder, log: () => {}, env });
    ends.push(stop);
    if (kafka.kind === "none")
      throw new Error(`There is nothing to measure without Kafka. ${kafka.sentence}`);
    const server = await startServerProcess({ kafka, dataDir: folder }, settings);
    ends.push(() => server.end());
    return { kafka, url: server.url, pid: server.process.pid, close };
  } catch (error) {
    await close();
    throw error;
  }
}
