import { startBroker } from "../broker.ts";
import { brokerJavaArgs } from "../broker-java-args.ts";
import { otherPorts } from "../broker-ports.ts";
import {
  brokerFolder,
  formatStorage,
  type Ports,
  type ServerProperties,
  serverProperties,
  writeProperties,
} from "../broker-storage.ts";
import { brokerJars } from "../download-jars.ts";
import { findJava } from "../find-java.ts";

const heapMegabytes = 256;

/** Starts a real broker that keeps its data below `dataDir`, with these properties in addition to the usual ones. */
export async function startBrokerWithProperties(
  dataDir: string,
  properties: (ports: Ports) => ServerProperties,
): Promise<{ ports: Ports; stop(): Promise<void> }> {
  const { env } = process;
  const java = await findJava(env);
  const jars = await brokerJars(env, () => {});
  const folder = brokerFolder(dataDir);
  const ports = await otherPorts();
  const javaArgs = brokerJavaArgs(jars, heapMegabytes);
  await writeProperties(folder, { ...serverProperties(ports), ...properties(ports) });
  await formatStorage(folder, java, javaArgs, env);
  const child = await startBroker({ folder, java, jars, javaArgs, env });
  return {
    ports,
    async stop() {
      await child.end(15_000);
    },
  };
}
