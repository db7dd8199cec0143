import type { Call } from "./command.ts";

/** Says which Kafka answers where a call named another. */
export async function tellServer({ cluster, screen }: Call, named: string | undefined): Promise<void> {
  if (named === undefined) return;
  const addresses = (await cluster.brokers()).map(({ host, port }) => `${host}:${port}`);
  if (addresses.length === 0) return;
  if (named.split(",").some((each) => addresses.includes(each.trim()))) return;
  screen.warn(`(${named} is not asked: the course's Kafka answers, ${addresses.join(",")}.)`);
}
