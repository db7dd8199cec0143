import { CommandError } from "./command-error.ts";
import { matchTopics } from "./match-topics.ts";
import { type Flags, wholeNumber } from "./read-flags.ts";
import { bootstrapServer, type Call, type Command, kafkaVersion, versionFlag } from "./tool-interface.ts";
import { warnUnknownServer } from "./warn-unknown-server.ts";

/** What `--time` may say beside a timestamp, and the number that means the same. */
const times = [
  "latest",
  "earliest",
  "max-timestamp",
  "earliest-local",
  "latest-tiered",
  "earliest-pending-upload",
];

export const kafkaGetOffsets: Command = {
  name: "kafka-get-offsets",
  version: kafkaVersion,
  summary: "Prints offsets of topics: the ends, the starts, or those at a time.",
  examples: [
    "kafka-get-offsets --topic course.carts",
    "kafka-get-offsets --topic mine.carts --time earliest",
    "kafka-get-offsets --topic-partitions mine.carts:0,course.carts:0-2",
  ],
  flags: [
    bootstrapServer,
    versionFlag,
    {
      name: "--topic",
      takes: "topic",
      offers: "topics",
      help: "The topics, as a regular expression. All by default.",
    },
    { name: "--partitions", takes: "partition ids", help: "Only these partitions, such as 0,2." },
    {
      name: "--topic-partitions",
      takes: "topic1:1,topic2:0-3",
      help: "Topics with partitions: one, or a range without its end, such as 0-3.",
    },
    {
      name: "--time",
      takes: "timestamp",
      offers: times,
      help: "latest (by default), earliest, max-timestamp, or a time in ms: the first record with it or a later one.",
    },
    { name: "--exclude-internal-topics", help: "Accepted; Kafka's internal topics are not shown here." },
  ],
  async run(call) {
    const { cluster, flags, screen } = call;
    await warnUnknownServer(call, flags.value("--bootstrap-server"));
    const time = timeOf(flags.value("--time") ?? "latest");
    const wanted = wantedPartitions(flags, await cluster.topics());
    let found = false;
    for (const { topic, takes } of wanted) {
      const offsets = await offsetsOf(call, topic, time);
      offsets.forEach((offset, partition) => {
        if (!takes(partition)) return;
        found = true;
        if (offset !== null) screen.print(`${topic}:${partition}:${offset}`);
      });
    }
    if (!found) {
      throw new CommandError(
        "Error occurred: Could not match any topic-partitions with the specified filters",
      );
    }
  },
};

interface Wanted {
  topic: string;
  takes(partition: number): boolean;
}

function wantedPartitions(flags: Flags, names: string[]): Wanted[] {
  const listed = flags.value("--topic-partitions");
  const topic = flags.value("--topic");
  const partitions = flags.value("--partitions");
  if (listed !== undefined) {
    if (topic !== undefined || partitions !== undefined) {
      throw new CommandError(
        "Error occurred: --topic-partitions cannot be used with --topic or --partitions",
      );
    }
    const filters = listed.split(",").map((text) => partitionFilter(text, names));
    return names
      .map((name) => ({ topic: name, filters: filters.filter(({ topics }) => topics.includes(name)) }))
      .filter((each) => each.filters.length > 0)
      .map((each) => ({ topic: each.topic, takes: (at) => each.filters.some(({ takes }) => takes(at)) }));
  }
  const numbers = partitions?.split(",").map((text) => wholeNumber(text, "--partitions"));
  const takes = (partition: number) => numbers === undefined || numbers.includes(partition);
  return (topic === undefined ? names : matchTopics(names, topic)).map((name) => ({ topic: name, takes }));
}

/** One part of `--topic-partitions`: a topic, or `topic:1`, `topic:0-3`, `topic:-3`, `topic:2-`. */
function partitionFilter(
  text: string,
  names: string[],
): { topics: string[]; takes(partition: number): boolean } {
  const [, topic = "", range = ""] = /^([^:]*)(?::(.*))?$/.exec(text) ?? [];
  const topics = topic === "" ? names : matchTopics(names, topic);
  const [, from = "", dash, to = ""] = /^(\d*)(-?)(\d*)$/.exec(range) ?? ["", "", "?", ""];
  if (dash === "?") {
    throw new CommandError(
      `Error occurred: Invalid topic-partition rule: ${text}. Write it as topic:0 or topic:0-3.`,
    );
  }
  if (range === "") return { topics, takes: () => true };
  if (!dash) return { topics, takes: (partition) => partition === Number(from) };
  const end = to === "" ? Number.POSITIVE_INFINITY : Number(to);
  return { topics, takes: (partition) => partition >= Number(from || 0) && partition < end };
}

/** The name of a time, or a timestamp in ms. Throws `Stop` for anything else. */
function timeOf(text: string): string | number {
  if (times.includes(text)) return text;
  const number = /^-?\d+$/.test(text) ? Number(text) : Number.NaN;
  if (number >= 0) return number;
  const named = times[-number - 1];
  if (named) return named;
  throw new CommandError(
    `Error occurred: Malformed time argument ${text}. Please use -1 or latest / -2 or earliest / -3 or max-timestamp / -4 or earliest-local / -5 or latest-tiered / -6 or earliest-pending-upload, or a specified long format timestamp`,
  );
}

/** By partition; null where the tool prints nothing. */
async function offsetsOf(
  { cluster }: Call,
  topic: string,
  time: string | number,
): Promise<(number | null)[]> {
  const ends = (await cluster.ends(topic)) ?? [];
  if (time === "latest") return ends.map(({ end }) => end);
  if (time === "earliest" || time === "earliest-local") return ends.map(({ start }) => start);
  // No log of ours is in tiered storage.
  if (time === "latest-tiered" || time === "earliest-pending-upload") return ends.map(() => null);
  const offsets =
    time === "max-timestamp"
      ? await cluster.offsetsOfNewest(topic)
      : await cluster.offsetsAt(topic, Number(time));
  // An end is no offset of a record: there is none with that time or a later one.
  return ends.map(({ end }, partition) => {
    const offset = offsets[partition] ?? end;
    return offset === end ? null : offset;
  });
}
