import { classPath } from "./class-archive.ts";
import type { Jars } from "./download-jars.ts";

const logConfiguration = new URL("./broker/log4j2.xml", import.meta.url);

/** What every start of Java from the broker's jars is given before the name of its main class. */
export function brokerJavaArgs(jars: Jars, heapMegabytes: number): string[] {
  return [
    `-Xmx${heapMegabytes}m`,
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",
    "-XX:+ExitOnOutOfMemoryError",
    `-Dlog4j2.configurationFile=${logConfiguration.href}`,
    "-cp",
    classPath(jars),
  ];
}
