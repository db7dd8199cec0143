import type { Call } from "../command.ts";
import { noTopic } from "../topic-names.ts";

/** What the cluster consists of, as `kcat -L` lists it. */
export async function metadata({ cluster, flags, screen }: Call): Promise<void> {
  const one = flags.value("-t");
  const brokers = await cluster.brokers();
  const topics = one === undefined ? await cluster.topics() : [one];
  const [first] = brokers;
  const told = first ? `broker ${first.id}: ${first.host}:${first.port}/${first.id}` : "the recorded logs";
  screen.print(`Metadata for ${one ?? "all topics"} (from ${told}):`);
  screen.print(` ${brokers.length} brokers:`);
  for (const { id, host, port, controller } of brokers) {
    screen.print(`  broker ${id} at ${host}:${port}${controller ? " (controller)" : ""}`);
  }
  screen.print(` ${topics.length} topics:`);
  for (const topic of topics) {
    const found = await cluster.describe(topic);
    if (!found) {
      if (one !== undefined) throw noTopic(topic);
      continue;
    }
    screen.print(`  topic "${topic}" with ${found.partitions.length} partitions:`);
    found.partitions.forEach(({ leader, replicas, isr }, partition) => {
      screen.print(`    partition ${partition}, leader ${leader}, replicas: ${replicas}, isrs: ${isr}`);
    });
  }
}
