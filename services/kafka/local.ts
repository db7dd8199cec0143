import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Child } from "../processes/child.ts";
import { giveUpOwnership, takeOwnership } from "../processes/owner.ts";
import { StartFailure } from "../start-failure.ts";
import { type BrokerParts, endStaleBroker, keepRunning, startBroker } from "./broker.ts";
import { choosePorts, otherPorts, portTaken, rememberPorts } from "./broker-ports.ts";
import { classPath, dropHalfWritten } from "./class-archive.ts";
import { brokerJars } from "./jars.ts";
import { findJava } from "./java.ts";
import type { KafkaService, OpenOptions } from "./service.ts";
import { brokerFolder, format, needRoom, type Ports, writeProperties } from "./storage.ts";

const LOG_CONFIGURATION = new URL("./broker/log4j2.xml", import.meta.url);
const JVM_FLAGS = ["-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError"];

/** Starts a KRaft broker of our own from Maven Central's jars. Throws a StartFailure that says what is missing. */
export async function openLocal(options: OpenOptions): Promise<KafkaService> {
  const { env, log } = options;
  const java = await findJava(env);
  const jars = await brokerJars(env, log);
  const folder = brokerFolder(resolve(options.dataDir));
  await mkdir(folder.path, { recursive: true });
  await needRoom(folder.path);

  const ownerFile = join(folder.path, "owner.json");
  const other = await takeOwnership(ownerFile, "broker");
  if (other !== null) {
    throw new StartFailure(
      "folder-in-use",
      `Process ${other.pid} already runs a broker on ${folder.path}. End it first, or name another folder with DATA_DIR.`,
    );
  }
  try {
    await endStaleBroker(folder, log);
    await dropHalfWritten(jars);
    const javaArgs = [
      ...JVM_FLAGS,
      `-Dlog4j2.configurationFile=${LOG_CONFIGURATION.href}`,
      "-cp",
      classPath(jars),
    ];
    const parts: BrokerParts = { folder, java, jars, javaArgs, env };
    const { child, ports } = await startOnFreePorts(parts, env);

    const kept = keepRunning(parts, child, log);
    const address = `127.0.0.1:${ports.broker}`;
    return {
      kind: "local",
      brokers: [address],
      client: {},
      topicPrefix: env.KAFKA_TOPIC_PREFIX ?? "",
      version: jars.kafkaVersion,
      sentence: `The log runs in a Kafka ${jars.kafkaVersion} broker on this machine, at ${address}.`,
      ours: true,
      async stop() {
        await kept.end();
        await giveUpOwnership(ownerFile);
      },
    };
  } catch (error) {
    await giveUpOwnership(ownerFile);
    throw error;
  }
}

/** Another process may take a port between our look and the broker's bind: then other ports are tried. */
async function startOnFreePorts(
  parts: BrokerParts,
  env: NodeJS.ProcessEnv,
): Promise<{ child: Child; ports: Ports }> {
  const { folder, java, javaArgs } = parts;
  let ports = await choosePorts(folder.path, env);
  for (let tries = 1; ; tries++) {
    await writeProperties(folder, ports);
    await format(folder, java, javaArgs, env);
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
