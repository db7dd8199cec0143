import { CommandError } from "./command-error.ts";
import { bootstrapServer, type Call, type Command, kafkaVersion, versionFlag } from "./tool-interface.ts";
import { requireOwnTopic } from "./topic-name-errors.ts";
import { warnUnknownServer } from "./warn-unknown-server.ts";

/** The names by which a command can read its own input in place of a file. */
const standardInput = ["/dev/stdin", "-"];

interface Place {
  topic: string;
  partition: number;
  offset: number;
}

export const kafkaDeleteRecords: Command = {
  name: "kafka-delete-records",
  version: kafkaVersion,
  summary: "Deletes the records of a topic of your own up to an offset, in each partition that you name.",
  examples: [
    'kafka-delete-records --offset-json-file /dev/stdin <<< \'{"partitions":[{"topic":"mine.carts","partition":0,"offset":3}],"version":1}\'',
    'echo \'{"partitions":[{"topic":"mine.carts","partition":0,"offset":-1}]}\' | kafka-delete-records --offset-json-file /dev/stdin',
  ],
  flags: [
    bootstrapServer,
    versionFlag,
    {
      name: "--offset-json-file",
      takes: "/dev/stdin",
      offers: ["/dev/stdin"],
      help: "There are no files here: the JSON comes after <<<, through a pipe, or as you type it. It names topic, partition and offset; records before the offset go, and -1 is the end.",
    },
  ],
  async run(call) {
    const { flags, screen } = call;
    const file = flags.needed("--offset-json-file");
    if (!standardInput.includes(file)) {
      throw new CommandError(
        `There are no files here, so ${file} cannot be read. Write --offset-json-file /dev/stdin and give the JSON after <<<; "help kafka-delete-records" shows it.`,
      );
    }
    await warnUnknownServer(call, flags.value("--bootstrap-server"));
    const places = placesIn(await textOf(call.input()));
    for (const { topic } of places) requireOwnTopic(topic);
    screen.print("Executing records delete operation");
    const results: string[] = [];
    for (const place of places) {
      results.push(`partition: ${place.topic}-${place.partition}\t${await deleteBefore(call, place)}`);
    }
    screen.print("Records delete operation completed:");
    for (const line of results) screen.print(line);
  },
};

async function textOf(lines: AsyncIterable<{ text: string }>): Promise<string> {
  const texts: string[] = [];
  for await (const { text } of lines) texts.push(text);
  return texts.join("\n");
}

/** The partitions that the JSON names. Throws `Stop` in the tool's words where it is another. */
function placesIn(text: string): Place[] {
  const json = parseJson(text);
  const version = field(json, "version") ?? 1;
  if (version !== 1) throw new CommandError(`Not supported version field value ${version}`);
  const partitions = field(json, "partitions");
  if (!Array.isArray(partitions)) throw new CommandError("Missing partitions field");
  const places = partitions.map((each) => ({
    topic: String(needed(each, "topic", "string")),
    partition: Number(needed(each, "partition", "number")),
    offset: Number(needed(each, "offset", "number")),
  }));
  const names = places.map(({ topic, partition }) => `${topic}-${partition}`);
  const twice = [...new Set(names.filter((name, at) => names.indexOf(name) !== at))];
  if (twice.length > 0) {
    throw new CommandError(`Offset json file contains duplicate topic partitions: ${twice.join(",")}`);
  }
  return places;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CommandError("The input string is not a valid JSON");
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

function needed(value: unknown, name: string, type: "string" | "number"): unknown {
  const found = field(value, name);
  if (found === undefined) throw new CommandError(`No such field exists: \`${name}\``);
  if (typeof found !== type || (type === "number" && !Number.isSafeInteger(found))) {
    throw new CommandError(`The field \`${name}\` takes a ${type === "number" ? "whole number" : "text"}.`);
  }
  return found;
}

/** Deletes the records before an offset, and says where the log begins now, or why not. */
async function deleteBefore({ cluster }: Call, { topic, partition, offset }: Place): Promise<string> {
  const ends = (await cluster.ends(topic))?.[partition];
  if (!ends) {
    return "error: org.apache.kafka.common.errors.UnknownTopicOrPartitionException: This server does not host this topic-partition.";
  }
  if (offset > ends.end || offset < -1) {
    return "error: org.apache.kafka.common.errors.OffsetOutOfRangeException: The requested offset is not within the range of offsets maintained by the server.";
  }
  await cluster.deleteRecords(topic, [{ partition, offset }]);
  return `low_watermark: ${Math.max(ends.start, offset < 0 ? ends.end : offset)}`;
}
