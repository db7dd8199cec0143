import type { NewRecord } from "../cluster-interface.ts";
import { CommandError } from "../command-error.ts";
import { missing } from "../console-producer.ts";
import type { Flags } from "../read-flags.ts";
import type { Call, Line } from "../tool-interface.ts";
import { requireOwnTopic } from "../topic-name-errors.ts";
import { crc32 } from "./crc32.ts";
import { delimiterText } from "./escapes.ts";
import { readProperties } from "./properties.ts";

const codecs = ["none", "gzip", "snappy", "lz4", "zstd"];

/** `kcat -P`: appends each line that is typed. Keys go where librdkafka puts them, which is not where Kafka's own clients do. */
export async function produce({ cluster, flags, input, screen }: Call): Promise<void> {
  const named = flags.value("-t");
  if (named === undefined) throw new CommandError("Topic (-t) argument missing");
  const topic = requireOwnTopic(named);
  const read = messageReader(flags);
  const place = partitioner(flags.all("-X"));
  const delimiter = delimiterText(flags.value("-D") ?? "\n");
  if (delimiter === "") throw new CommandError("Message delimiter -D must not be empty when producing");
  const codec = flags.value("-z");
  if (codec !== undefined && !codecs.includes(codec)) {
    throw new CommandError(
      `Invalid value "${codec}" for configuration property "compression.codec": it is one of ${codecs.join(", ")}.`,
    );
  }
  const ends = await cluster.ends(topic);
  if (!ends) throw missing(topic);
  const wanted = flags.number("-p", -1) ?? -1;
  if (wanted >= ends.length)
    throw new CommandError(`${topic} has no partition ${wanted}: it has ${ends.length}, counted from 0.`);
  let left = flags.number("-c") || Number.POSITIVE_INFINITY;
  for await (const message of messages(input(), delimiter)) {
    const record = read(message);
    const partition = wanted >= 0 ? wanted : place(record.key, ends.length);
    await cluster.produce(topic, { ...record, ...(partition !== undefined && { partition }) });
    if (flags.has("-T")) screen.print(record.value ?? "");
    if (--left === 0) return;
  }
}

/** The text between delimiters, without what is empty. */
async function* messages(lines: AsyncIterable<Line>, delimiter: string): AsyncGenerator<string, void> {
  let rest = "";
  for await (const { text } of lines) {
    const parts = `${rest}${text}\n`.split(delimiter);
    rest = parts.pop() ?? "";
    yield* parts.filter((part) => part !== "");
  }
  if (rest !== "") yield rest;
}

/** How a message becomes a record. With `-Z`, a key or a value that is empty beside the key's delimiter is null. */
function messageReader(flags: Flags): (message: string) => NewRecord {
  const delimiter = delimiterText(flags.value("-K") ?? "");
  const fixed = flags.value("-k") ?? null;
  const headers = flags.all("-H").map(headerOf);
  const orNull = (text: string) => (text === "" && flags.has("-Z") ? null : text);
  return (message) => {
    const at = delimiter === "" ? -1 : message.indexOf(delimiter);
    const key = at < 0 ? null : orNull(message.slice(0, at));
    return {
      key: key ?? fixed,
      value: at < 0 ? message : orNull(message.slice(at + delimiter.length)),
      ...(headers.length > 0 && { headers }),
    };
  };
}

function headerOf(given: string): [name: string, value: string] {
  const at = given.indexOf("=");
  if (at === 0 || given === "") throw new CommandError('Expected -H "name=value.." or -H "name"');
  if (at < 0) {
    throw new CommandError(
      `A header without a value cannot be written here. Write -H ${given}= for an empty one, or -H ${given}=value.`,
    );
  }
  return [given.slice(0, at), given.slice(at + 1)];
}

/** Where a key goes; undefined leaves it to Kafka's own way. */
function partitioner(properties: string[]): (key: string | null, partitions: number) => number | undefined {
  const { javasPartitioner } = readProperties(properties);
  return (key, partitions) => {
    if (javasPartitioner) return undefined;
    // Without a key librdkafka takes any partition.
    if (key === null || key === "") return Math.floor(Math.random() * partitions);
    return crc32(new TextEncoder().encode(key)) % partitions;
  };
}
