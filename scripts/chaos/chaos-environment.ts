import { mkdtemp, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { KafkaSettings } from "../../playground-server/log/kafka-client.ts";
import { openKafka } from "../../services/kafka/open-kafka.ts";
import { type ServerProcess, startServerProcess } from "../server-process.ts";

/** A broker of its own that may be killed, and servers on it that may be killed too. */
export interface ChaosEnvironment {
  kafka: KafkaSettings;
  /** Starts a server with these settings on a data folder of its own; `port` where it takes the place of one killed. */
  startServer(settings?: NodeJS.ProcessEnv, port?: number): Promise<ServerProcess>;
  /** Kills the broker with SIGKILL. It is started again by the code that `npm start` uses. */
  killBroker(): Promise<void>;
  /** Ends all of it and removes its data. */
  close(): Promise<void>;
}

/** Servers of one test share the secret that signs sessions, as replicas do. */
const shared = { SESSION_SECRET: "a secret of these servers only, gone after this run" };

/** Keeps everything in a folder below `dataDir`, which `close` removes. */
export async function openChaosEnvironment(dataDir: string): Promise<ChaosEnvironment> {
  const folder = await mkdtemp(join(dataDir, "chaos-"));
  const env = { ...process.env, KAFKA_KIND: "local", KAFKA_PORT: "0", KAFKA_BROKERS: "" };
  const { stop, ...kafka } = await openKafka({ dataDir: folder, log: () => {}, env });
  const servers: ServerProcess[] = [];
  return {
    kafka,
    async startServer(settings = {}, port) {
      const dataDir = await mkdtemp(join(folder, "server-"));
      const server = await startServerProcess({ kafka, dataDir, port }, { ...shared, ...settings });
      servers.push(server);
      return server;
    },
    async killBroker() {
      const file = await readFile(join(folder, "kafka", "broker.pid.json"), "utf8");
      process.kill((JSON.parse(file) as { pid: number }).pid, "SIGKILL");
    },
    async close() {
      await Promise.all(servers.map((server) => server.end()));
      await stop();
      await rm(folder, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}
