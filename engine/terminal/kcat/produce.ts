import type { NewRecord } from "../cluster.ts";
import type { Call } from "../command.ts";
import { missing } from "../console-producer.ts";
import type { Flags } from "../flags.ts";
import { Stop } from "../stop.ts";
import { ownTopic } from "../topic-names.ts";
import { crc32 } from "./crc32.ts";
import { withEscapes } from "./format.ts";

/** `kcat -P`: appends each line that is typed. Keys go where librdkafka puts them, which is not where Kafka's own clients do. */
export async function produce({ cluster, flags, input }: Call): Promise<void> {
  const named = flags.value("-t");
  if (named === undefined) throw new Stop("Topic (-t) argument missing");
  const topic = ownTopic(named);
  const read = lineReader(flags);
  const place = partitioner(flags.all("-X"));
  const ends = await cluster.ends(topic);
  if (!ends) throw missing(topic);
  const wanted = flags.number("-p", -1) ?? -1;
  if (wanted >= ends.length)
    throw new Stop(`${topic} has no partition ${wanted}: it has ${ends.length}, counted from 0.`);
  for await (const line of input()) {
    const record = read(line);
    const partition = wanted >= 0 ? wanted : place(record.key, ends.length);
    await cluster.produce(topic, { ...record, ...(partition !== undefined && { partition }) });
  }
}

function lineReader(flags: Flags): (line: string) => NewRecord {
  const delimiter = flags.value("-K");
  const between = delimiter === undefined ? undefined : withEscapes(delimiter);
  const fixed = flags.value("-k") ?? null;
  const headers = Object.fromEntries(flags.pairs("-H"));
  return (line) => {
    const at = between === undefined || between === "" ? -1 : line.indexOf(between);
    const value = at < 0 ? line : line.slice(at + (between as string).length);
    return {
      key: at < 0 ? fixed : line.slice(0, at),
      value: value === "" && flags.has("-Z") ? null : value,
      ...(Object.keys(headers).length > 0 && { headers }),
    };
  };
}

/** Where a key goes; undefined leaves it to Kafka's own way. Throws `Stop` for other properties. */
function partitioner(properties: string[]): (key: string | null, partitions: number) => number | undefined {
  let javas = false;
  for (const property of properties) {
    const [name, value] = property.split("=");
    const known = /^(topic\.)?partitioner$/.test(name ?? "");
    if (known && /^murmur2(_random)?$/.test(value ?? "")) javas = true;
    else if (!known || !/^consistent(_random)?$/.test(value ?? "")) {
      throw new Stop(
        `Of the properties of -X there is only topic.partitioner here: consistent_random or murmur2_random.`,
      );
    }
  }
  return (key, partitions) => {
    if (javas) return undefined;
    // Without a key librdkafka takes any partition.
    if (key === null || key === "") return Math.floor(Math.random() * partitions);
    return crc32(new TextEncoder().encode(key)) % partitions;
  };
}
