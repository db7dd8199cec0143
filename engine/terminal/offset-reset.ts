import type { GroupDescription } from "./cluster.ts";
import { columns } from "./columns.ts";
import type { Call } from "./command.ts";
import { type Flags, wholeNumber } from "./flags.ts";
import { Stop } from "./stop.ts";
import { noTopic } from "./topic-names.ts";

const targets = ["--to-earliest", "--to-latest", "--to-current", "--to-offset", "--shift-by"];

/** Shows where a group would stand, and moves it there with `--execute`. Throws `Stop` while it has members. */
export async function resetOffsets({ cluster, flags, screen }: Call, group: string): Promise<void> {
  if (flags.has("--execute") && flags.has("--dry-run")) {
    throw new Stop("Option [reset-offsets] only accepts one of [execute], [dry-run]");
  }
  if (targets.filter((target) => flags.has(target)).length !== 1) {
    throw new Stop(`Option [reset-offsets] takes one of: ${targets.join(", ")}`);
  }
  if (!flags.has("--execute") && !flags.has("--dry-run")) {
    screen.warn(
      "WARN: No action will be performed as the --execute option is missing. In version 5.0, this command will require either --dry-run or --execute to be specified.",
    );
  }
  const found = await cluster.groups.describe(group);
  if (found && found.members.length > 0) {
    throw new Stop(
      `\nError: Assignments can only be reset if the group '${group}' is inactive, but the current state is ${found.state}.`,
    );
  }
  const rows: string[][] = [];
  for (const { topic, partitions } of wanted(flags, found)) {
    const ends = await cluster.ends(topic);
    if (!ends) throw noTopic(topic);
    const offsets = (partitions ?? ends.map((_, partition) => partition)).map((partition) => {
      const bounds = ends[partition];
      if (!bounds) throw new Stop(`${topic} has no partition ${partition}.`);
      const here = found?.offsets.find((each) => each.topic === topic && each.partition === partition);
      return { partition, offset: target(flags, bounds, here?.offset) };
    });
    if (flags.has("--execute")) await cluster.groups.setOffsets(group, topic, offsets);
    for (const { partition, offset } of offsets) rows.push([group, topic, String(partition), String(offset)]);
  }
  screen.print("");
  for (const line of columns(["GROUP", "TOPIC", "PARTITION", "NEW-OFFSET"], rows, [15, 15, 10]))
    screen.print(line);
}

/** Outside of the log the nearest end is taken, as the tool does. */
function target(
  flags: Flags,
  { start, end }: { start: number; end: number },
  current: number | undefined,
): number {
  const within = (offset: number) => Math.min(Math.max(offset, start), end);
  if (flags.has("--to-earliest")) return start;
  if (flags.has("--to-latest")) return end;
  const asked = flags.number("--to-offset");
  if (asked !== undefined) return within(asked);
  if (flags.has("--to-current")) return current ?? end;
  const by = wholeNumber(flags.needed("--shift-by"), "--shift-by", Number.MIN_SAFE_INTEGER);
  if (current === undefined)
    throw new Stop("Cannot shift offset for partition: there is no current committed offset");
  return within(current + by);
}

function wanted(flags: Flags, found: GroupDescription | null): { topic: string; partitions?: number[] }[] {
  if (flags.has("--all-topics")) {
    return [...new Set(found?.offsets.map(({ topic }) => topic))].sort().map((topic) => ({ topic }));
  }
  const topics = flags.all("--topic");
  if (topics.length === 0)
    throw new Stop("One of the reset scopes should be defined: --all-topics, --topic.");
  return topics.map((each) => {
    const [topic = "", partitions] = each.split(":");
    if (partitions === undefined) return { topic };
    return { topic, partitions: partitions.split(",").map((number) => wholeNumber(number, "--topic")) };
  });
}
