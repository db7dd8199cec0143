import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brokerIds } from "../../services/kafka/three-brokers/cluster-properties.ts";
import type { KafkaSettings } from "../log/kafka-client.ts";
import type { ServerOptions } from "../main.ts";

const file = fileURLToPath(new URL("./lab-server-process.ts", import.meta.url));

/** A server with all labs, in a process of its own: a lab's systems are its children. */
export interface LabServer {
  url: string;
  process: ChildProcess;
  /** Where its labs' systems keep what they need, each in a folder of its own. */
  labsDir: string;
  close(): Promise<void>;
}

/** Starts it, with its data in `dataDir`. `settings` are added to the environment of the tests. */
export async function startLabServer(
  kafka: KafkaSettings,
  dataDir: string,
  settings: NodeJS.ProcessEnv,
): Promise<LabServer> {
  const options: ServerOptions = {
    host: "127.0.0.1",
    port: 0,
    kafka,
    siteDir: null,
    dataDir,
    env: { ...process.env, ...settings },
  };
  const server = fork(file, [JSON.stringify(options)]);
  const [url] = await Promise.race([
    once(server, "message"),
    once(server, "exit").then(() => Promise.reject(new Error("The labs' server did not start."))),
  ]);
  return {
    url: url as string,
    process: server,
    labsDir: join(dataDir, "labs"),
    async close() {
      if (server.exitCode !== null || server.signalCode !== null) return;
      const exited = once(server, "exit");
      server.disconnect();
      await exited;
    },
  };
}

/** The process of a lab server's own PostgreSQL. */
export async function postgresPid(labsDir: string): Promise<number> {
  return Number((await readFile(join(labsDir, "postgres", "data", "postmaster.pid"), "utf8")).split("\n")[0]);
}

/** The processes of a lab server's three brokers. */
export function brokerPids(labsDir: string): Promise<number[]> {
  return Promise.all(
    brokerIds.map(async (id) => {
      const text = await readFile(join(labsDir, "three-brokers", `broker-${id}`, "broker.pid.json"), "utf8");
      return (JSON.parse(text) as { pid: number }).pid;
    }),
  );
}
