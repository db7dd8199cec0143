import { appendFile } from "node:fs/promises";
import { startBroker } from "../broker.ts";
import { otherPorts } from "../broker-ports.ts";
import { brokerFolder, formatStorage, type Ports, writeProperties } from "../broker-storage.ts";
import { classPath } from "../class-archive.ts";
import { brokerJars } from "../download-jars.ts";
import { findJava } from "../find-java.ts";

const jvmFlags = ["-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"];
const quietLog = new URL("../broker/log4j2.xml", import.meta.url);

/** Starts a real broker that keeps its data below `dataDir`, with these properties in addition to the usual ones. */
export async function startBrokerWithProperties(
  dataDir: string,
  properties: (ports: Ports) => Record<string, string>,
): Promise<{ ports: Ports; stop(): Promise<void> }> {
  const { env } = process;
  const java = await findJava(env);
  const jars = await brokerJars(env, () => {});
  const folder = brokerFolder(dataDir);
  const ports = await otherPorts();
  const javaArgs = [...jvmFlags, `-Dlog4j2.configurationFile=${quietLog.href}`, "-cp", classPath(jars)];
  await writeProperties(folder, ports);
  // If a name is there twice, Java takes the later line.
  const lines = Object.entries(properties(ports)).map(([name, value]) => `${name}=${value}\n`);
  await appendFile(folder.properties, lines.join(""));
  await formatStorage(folder, java, javaArgs, env);
  const child = await startBroker({ folder, java, jars, javaArgs, env });
  return {
    ports,
    async stop() {
      await child.end(15_000);
    },
  };
}
