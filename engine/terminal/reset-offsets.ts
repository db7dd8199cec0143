import type { GroupDescription } from "./cluster-interface.ts";
import { CommandError } from "./command-error.ts";
import { formatColumns } from "./format-columns.ts";
import { parseDuration, parseTimestamp } from "./parse-times.ts";
import { type Flags, wholeNumber } from "./read-flags.ts";
import type { Call } from "./tool-interface.ts";
import { topicMissing } from "./topic-name-errors.ts";

const targets = [
  "--to-earliest",
  "--to-latest",
  "--to-current",
  "--to-offset",
  "--shift-by",
  "--to-datetime",
  "--by-duration",
];

/** Shows where a group would stand, and moves it there with `--execute`. Throws `Stop` while it has members. */
export async function resetOffsets(call: Call, group: string): Promise<void> {
  const { cluster, flags, screen } = call;
  if (flags.has("--execute") && flags.has("--dry-run")) {
    throw new CommandError("Option [reset-offsets] only accepts one of [execute], [dry-run]");
  }
  if (targets.filter((target) => flags.has(target)).length !== 1) {
    throw new CommandError(`Option [reset-offsets] takes one of: ${targets.join(", ")}`);
  }
  if (!flags.has("--execute") && !flags.has("--dry-run")) {
    screen.warn(
      "WARN: No action will be performed as the --execute option is missing. In version 5.0, this command will require either --dry-run or --execute to be specified.",
    );
  }
  const found = await cluster.groups.describe(group);
  if (found && found.members.length > 0) {
    throw new CommandError(
      `\nError: Assignments can only be reset if the group '${group}' is inactive, but the current state is ${found.state}.`,
    );
  }
  const rows: string[][] = [];
  const moment = momentAsked(flags);
  for (const { topic, partitions } of wanted(flags, found)) {
    const ends = await cluster.ends(topic);
    if (!ends) throw topicMissing(topic);
    const timed = moment === undefined ? [] : await cluster.offsetsAt(topic, moment);
    const offsets = (partitions ?? ends.map((_, partition) => partition)).map((partition) => {
      const bounds = ends[partition];
      if (!bounds) throw new CommandError(`${topic} has no partition ${partition}.`);
      const here = found?.offsets.find((each) => each.topic === topic && each.partition === partition);
      const place = { topic, partition, ...bounds, current: here?.offset };
      return { partition, offset: atMoment(call, place, timed[partition]) ?? target(call, place) };
    });
    if (flags.has("--execute")) await cluster.groups.setOffsets(group, topic, offsets);
    for (const { partition, offset } of offsets) rows.push([group, topic, String(partition), String(offset)]);
  }
  screen.print("");
  for (const line of formatColumns(["GROUP", "TOPIC", "PARTITION", "NEW-OFFSET"], rows, [15, 15, 10]))
    screen.print(line);
}

/** A partition, the ends of its log, and the group's offset in it. */
interface Place {
  topic: string;
  partition: number;
  start: number;
  end: number;
  current: number | undefined;
}

/** The moment that a reset goes back to, in ms since the epoch; undefined where it goes by offsets. */
function momentAsked(flags: Flags): number | undefined {
  const moment = flags.value("--to-datetime");
  if (moment !== undefined) return parseTimestamp(moment, "--to-datetime");
  const duration = flags.value("--by-duration");
  return duration === undefined ? undefined : Date.now() - parseDuration(duration, "--by-duration");
}

/** The first offset with this timestamp or a later one. If no record is that new, it is `end`, and the tool prints so. */
function atMoment({ screen }: Call, { topic, partition, end }: Place, offset?: number): number | undefined {
  if (offset === end) {
    screen.print("");
    screen.print(
      `Warn: Partition ${partition} from topic ${topic} is empty. Falling back to latest known offset.`,
    );
  }
  return offset;
}

/** Outside of the log the nearest end is taken, with a warning, as the tool does. */
function target({ flags, screen }: Call, { topic, partition, start, end, current }: Place): number {
  const within = (offset: number) => {
    const nearest = Math.min(Math.max(offset, start), end);
    if (nearest !== offset) {
      const side = offset > end ? "higher than latest" : "lower than earliest";
      screen.warn(
        `WARN New offset (${offset}) is ${side} offset for topic partition ${topic}-${partition}. Value will be set to ${nearest} (org.apache.kafka.tools.OffsetsUtils)`,
      );
    }
    return nearest;
  };
  if (flags.has("--to-earliest")) return start;
  if (flags.has("--to-latest")) return end;
  const asked = flags.number("--to-offset");
  if (asked !== undefined) return within(asked);
  if (flags.has("--to-current")) return current ?? end;
  const by = wholeNumber(flags.needed("--shift-by"), "--shift-by", Number.MIN_SAFE_INTEGER);
  if (current === undefined)
    throw new CommandError("Cannot shift offset for partition: there is no current committed offset");
  return within(current + by);
}

function wanted(flags: Flags, found: GroupDescription | null): { topic: string; partitions?: number[] }[] {
  if (flags.has("--all-topics")) {
    return [...new Set(found?.offsets.map(({ topic }) => topic))].sort().map((topic) => ({ topic }));
  }
  const topics = flags.all("--topic");
  if (topics.length === 0)
    throw new CommandError("One of the reset scopes should be defined: --all-topics, --topic.");
  return topics.map((each) => {
    const [topic = "", partitions] = each.split(":");
    if (partitions === undefined) return { topic };
    return { topic, partitions: partitions.split(",").map((number) => wholeNumber(number, "--topic")) };
  });
}
