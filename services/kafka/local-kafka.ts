import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { ChildProcess } from "../processes/child-process.ts";
import { releaseLock, takeLock } from "../processes/lock-file.ts";
import { StartFailure } from "../start-failure.ts";
import { type BrokerParts, endStaleBroker, keepRunning, startBroker } from "./broker.ts";
import { brokerJavaArgs } from "./broker-java-args.ts";
import { choosePorts, otherPorts, portTaken, rememberPorts } from "./broker-ports.ts";
import {
  brokerFolder,
  formatStorage,
  type Ports,
  requireDiskSpace,
  serverProperties,
  writeProperties,
} from "./broker-storage.ts";
import { removeIncompleteArchives } from "./class-archive.ts";
import { brokerJars } from "./download-jars.ts";
import { findJava } from "./find-java.ts";
import type { KafkaService, OpenOptions } from "./kafka-service.ts";
import { refuseDamagedData } from "./refuse-damaged-data.ts";

const heapMegabytes = 384;

/** Starts a KRaft broker of our own from Maven Central's jars. Throws a StartFailure that says what is missing. */
export async function startLocalKafka(options: OpenOptions): Promise<KafkaService> {
  const { env, log } = options;
  const java = await findJava(env);
  const jars = await brokerJars(env, log);
  const folder = brokerFolder(resolve(options.dataDir));
  await mkdir(folder.path, { recursive: true });
  await requireDiskSpace(folder.path);

  const ownerFile = join(folder.path, "owner.json");
  const other = await takeLock(ownerFile, "broker");
  if (other !== null) {
    throw new StartFailure(
      "folder-in-use",
      `Process ${other.pid} already runs a broker on ${folder.path}. Stop it first, or name another folder with DATA_DIR.`,
    );
  }
  try {
    await endStaleBroker(folder, log);
    await refuseDamagedData(folder);
    await removeIncompleteArchives(jars);
    const parts: BrokerParts = { folder, java, jars, javaArgs: brokerJavaArgs(jars, heapMegabytes), env };
    const { child, ports } = await startOnFreePorts(parts, env);

    const kept = keepRunning(parts, child, log);
    const address = `127.0.0.1:${ports.broker}`;
    return {
      kind: "local",
      brokers: [address],
      client: {},
      topicPrefix: env.KAFKA_TOPIC_PREFIX ?? "",
      version: jars.kafkaVersion,
      sentence: `The log is stored in a Kafka ${jars.kafkaVersion} broker on this machine, at ${address}.`,
      ours: true,
      async stop() {
        await kept.end();
        await releaseLock(ownerFile);
      },
    };
  } catch (error) {
    await releaseLock(ownerFile);
    throw error;
  }
}

/** Another process may take a port between our look and the broker's bind: then other ports are tried. */
async function startOnFreePorts(
  parts: BrokerParts,
  env: NodeJS.ProcessEnv,
): Promise<{ child: ChildProcess; ports: Ports }> {
  const { folder, java, javaArgs } = parts;
  let ports = await choosePorts(folder.path, env);
  for (let tries = 1; ; tries++) {
    await writeProperties(folder, serverProperties(ports));
    await formatStorage(folder, java, javaArgs, env);
    try {
      const child = await startBroker(parts);
      await rememberPorts(folder.path, ports);
      return { child, ports };
    } catch (error) {
      if (!(error instanceof StartFailure) || error.code !== "port-taken" || tries === 3) throw error;
      if (Number(env.KAFKA_PORT) > 0) throw portTaken(ports.broker);
      ports = await otherPorts();
    }
  }
}
