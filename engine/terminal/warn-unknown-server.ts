import type { Call } from "./tool-interface.ts";

/** Says which Kafka answers where a call named another. */
export async function warnUnknownServer({ cluster, screen }: Call, named: string | undefined): Promise<void> {
  if (named === undefined) return;
  const addresses = (await cluster.brokers()).map(({ host, port }) => `${host}:${port}`);
  if (addresses.length === 0) return;
  if (named.split(",").some((each) => addresses.includes(each.trim()))) return;
  screen.warn(`(${named} is ignored: the course's Kafka answers, ${addresses.join(",")}.)`);
}
