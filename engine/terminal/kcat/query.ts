import { CommandError } from "../command-error.ts";
import { wholeNumber } from "../read-flags.ts";
import type { Call } from "../tool-interface.ts";
import { topicMissing } from "../topic-name-errors.ts";

/** `kcat -Q`: for each `-t topic:partition:timestamp` the first offset with this time or a later one. */
export async function query({ cluster, flags, screen }: Call): Promise<void> {
  const asked = flags.all("-t").map(readQuery);
  if (asked.length === 0) throw new CommandError("-Q needs -t <topic>:<partition>:<timestamp>");
  for (const { topic, partition, timestamp } of asked) {
    const ends = await cluster.ends(topic);
    if (!ends) throw topicMissing(topic);
    const end = ends[partition]?.end;
    if (end === undefined) {
      throw new CommandError(
        `${topic} has no partition ${partition}: it has ${ends.length}, counted from 0.`,
      );
    }
    const offset = await offsetAt(cluster, topic, partition, timestamp);
    // An end is no record's offset: there is none with that time or a later one.
    screen.print(`${topic} [${partition}] offset ${timestamp >= 0 && offset === end ? -1 : offset}`);
  }
}

/** `-1` is the end and `-2` the beginning, as in Kafka's protocol. */
async function offsetAt(
  cluster: Call["cluster"],
  topic: string,
  partition: number,
  timestamp: number,
): Promise<number> {
  const ends = (await cluster.ends(topic))?.[partition];
  if (timestamp === -1) return ends?.end ?? 0;
  if (timestamp === -2) return ends?.start ?? 0;
  return (await cluster.offsetsAt(topic, timestamp))[partition] ?? -1;
}

function readQuery(text: string): { topic: string; partition: number; timestamp: number } {
  const [, topic, partition, timestamp] = /^(.+):(\d+):(-?\d+)$/.exec(text) ?? [];
  if (topic === undefined || partition === undefined || timestamp === undefined) {
    throw new CommandError("Expected -t <topic>:<partition>:<timestamp>");
  }
  return { topic, partition: wholeNumber(partition, "-t"), timestamp: wholeNumber(timestamp, "-t", -2) };
}
