import type { RawRecord } from "../../fold/event.ts";
import { CommandError } from "../command-error.ts";
import { wholeNumber } from "../read-flags.ts";
import { type ReadFrom, readTopic } from "../read-topic.ts";
import type { Call } from "../tool-interface.ts";
import { topicMissing } from "../topic-name-errors.ts";
import { jsonPrinter, type RecordSource, recordPrinter } from "./format.ts";

/** `kcat -C`: the records of a topic from the beginning on, or from where `-o` says. */
export async function consume(call: Call): Promise<void> {
  const { cluster, flags, screen, signal } = call;
  const topic = flags.value("-t");
  if (topic === undefined) throw new CommandError("Topic (-t) argument missing");
  const most = flags.number("-c", 1) ?? Number.POSITIVE_INFINITY;
  const { from, until } = offsets(flags.all("-o"));
  const format = await recordFormatter(call, topic);
  let count = 0;
  const reportEnd = (what: string, partition: number, offset: number, last: boolean) =>
    flags.has("-q") ||
    screen.warn(
      `% Reached ${what} topic ${topic} [${partition}] at offset ${offset}${last ? ": exiting" : ""}`,
    );
  await readTopic(
    { cluster, signal },
    {
      topic,
      partition: flags.number("-p"),
      from,
      until,
      follow: !flags.has("-e"),
      reachedEnd: (...place) => reportEnd("end of", ...place),
      reachedStop: (...place) => reportEnd("stop timestamp for", ...place),
    },
    (record: RawRecord) => {
      screen.print(format(record), record.position);
      return ++count < most;
    },
  );
}

/** How each record of a topic is printed. Throws `Stop` for bytes that are not to be read as text. */
export async function recordFormatter(
  { cluster, flags }: Call,
  topic: string,
): Promise<(record: RawRecord) => string> {
  const packed = flags.all("-s").find((format) => !/^((key|value)=)?s$/.test(format));
  if (packed !== undefined) {
    throw new CommandError(
      `-s ${packed} is not read here: keys and values are shown as text, which is -s s. -f %R shows a length as bytes.`,
    );
  }
  return flags.has("-J") ? jsonPrinter(flags, await sourceOf(cluster, topic)) : recordPrinter(flags);
}

/** What the JSON of each record says of its topic. Throws `Stop` where there is none. */
async function sourceOf(cluster: Call["cluster"], topic: string): Promise<RecordSource> {
  const described = await cluster.describe(topic);
  if (!described) throw topicMissing(topic);
  return {
    leaders: described.partitions.map(({ leader }) => leader),
    logAppendTime: described.config.get("message.timestamp.type") === "LogAppendTime",
  };
}

/** Where reading begins, and the time in ms at which it stops, as one or two `-o` say. */
function offsets(given: string[]): { from: ReadFrom; until?: number } {
  let from: ReadFrom = "beginning";
  let until: number | undefined;
  for (const offset of given) {
    if (offset === "beginning" || offset === "end") from = offset;
    else if (offset === "stored") {
      throw new CommandError(
        'Nothing is stored here without a group. "kafka-console-consumer --group" remembers.',
      );
    } else if (offset.startsWith("s@")) from = { timestamp: wholeNumber(offset.slice(2), "-o s@") };
    else if (offset.startsWith("e@")) until = wholeNumber(offset.slice(2), "-o e@");
    else if (offset.startsWith("-")) from = { before: wholeNumber(offset.slice(1), "-o") };
    else from = { offset: wholeNumber(offset, "-o") };
  }
  return { from, until };
}
