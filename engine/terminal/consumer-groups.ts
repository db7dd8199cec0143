import type { GroupDescription } from "./cluster-interface.ts";
import { CommandError } from "./command-error.ts";
import { formatColumns } from "./format-columns.ts";
import { resetOffsets } from "./reset-offsets.ts";
import { bootstrapServer, type Call, type Command, kafkaVersion, versionFlag } from "./tool-interface.ts";
import { warnUnknownServer } from "./warn-unknown-server.ts";

const actions = ["--list", "--describe", "--delete", "--reset-offsets"];

export const consumerGroups: Command = {
  name: "kafka-consumer-groups",
  version: kafkaVersion,
  summary: "Lists and describes your consumer groups, shows their lag and moves their offsets.",
  examples: [
    "kafka-consumer-groups --list",
    "kafka-consumer-groups --describe --group readers",
    "kafka-consumer-groups --group readers --topic mine.carts --reset-offsets --to-earliest --execute",
  ],
  flags: [
    bootstrapServer,
    versionFlag,
    { name: "--list", help: "The names of your groups." },
    { name: "--describe", help: "A group's offset and lag in each partition." },
    { name: "--delete", help: "Deletes a group that has no members." },
    { name: "--reset-offsets", help: "Moves the offsets of a group that has no members." },
    {
      name: "--group",
      takes: "consumer group",
      many: true,
      offers: "groups",
      help: "The group. Can be repeated.",
    },
    { name: "--all-groups", help: "All of your groups." },
    { name: "--members", help: "With --describe: who is in the group." },
    { name: "--state", help: "With --describe: the group's state and its coordinator." },
    { name: "--offsets", help: "With --describe: offsets and lag, which is the default." },
    {
      name: "--topic",
      takes: "topic",
      many: true,
      offers: "topics",
      help: "With --reset-offsets: the topic, or some of its partitions as topic:0,2.",
    },
    { name: "--all-topics", help: "With --reset-offsets: every topic that the group has read." },
    { name: "--to-earliest", help: "To the first offset." },
    { name: "--to-latest", help: "To the end." },
    { name: "--to-current", help: "To the current offset." },
    { name: "--to-offset", takes: "offset", help: "To this offset." },
    { name: "--to-datetime", takes: "datetime", help: "To a time, such as 2026-11-29T14:00:00.000 (UTC)." },
    { name: "--by-duration", takes: "duration", help: "To this long before now: PT10M is ten minutes." },
    {
      name: "--shift-by",
      takes: "number-of-offsets",
      help: "Forward by this many offsets, or back with a minus.",
    },
    { name: "--dry-run", help: "Shows what a reset would do, as without --execute." },
    { name: "--execute", help: "Does it." },
  ],
  async run(call) {
    const { flags } = call;
    await warnUnknownServer(call, flags.value("--bootstrap-server"));
    if (actions.filter((action) => flags.has(action)).length !== 1) {
      throw new CommandError(`Command must include exactly one action: ${actions.join(", ")}`);
    }
    if (flags.has("--list")) return list(call);
    const groups = flags.has("--all-groups") ? await call.cluster.groups.list() : flags.all("--group");
    if (groups.length === 0 && !flags.has("--all-groups")) {
      throw new CommandError("The action needs --group with the name of a group, or --all-groups.");
    }
    for (const group of groups) {
      if (flags.has("--describe")) await describe(call, group);
      else if (flags.has("--delete")) await remove(call, group);
      else await resetOffsets(call, group);
    }
  },
};

async function list({ cluster, screen }: Call): Promise<void> {
  for (const group of await cluster.groups.list()) screen.print(group);
}

async function describe(call: Call, group: string): Promise<void> {
  const { cluster, flags, screen } = call;
  const found = await cluster.groups.describe(group);
  if (!found || found.state === "Dead")
    throw new CommandError(
      `\nError: Executing consumer group command failed due to org.apache.kafka.common.errors.GroupIdNotFoundException: Group ${group} not found.`,
    );
  if (found.state === "Empty") screen.warn(`\nConsumer group '${group}' has no active members.`);
  else if (found.state !== "Stable") screen.warn(`\nWarning: Consumer group '${group}' is rebalancing.`);
  const lines = flags.has("--members")
    ? memberLines(group, found)
    : flags.has("--state")
      ? stateLines(group, found)
      : await offsetLines(call, group, found);
  if (lines.length === 0) return;
  screen.print("");
  for (const line of lines) screen.print(line);
}

/** The group's offset in every partition that it has committed or is assigned, and its lag. */
async function offsetLines({ cluster }: Call, group: string, found: GroupDescription): Promise<string[]> {
  const rows: string[][] = [];
  const owners = found.members.flatMap(({ assigned, ...member }) =>
    assigned.map((place) => ({ ...place, member })),
  );
  const topics = new Set([...found.offsets, ...owners].map(({ topic }) => topic));
  for (const topic of [...topics].sort()) {
    const ends = (await cluster.ends(topic)) ?? [];
    ends.forEach(({ end }, partition) => {
      const here = (place: { topic: string; partition: number }) =>
        place.topic === topic && place.partition === partition;
      const current = found.offsets.find(here)?.offset;
      const owner = owners.find(here)?.member;
      if (current === undefined && !owner) return;
      const [at, lag] = current === undefined ? ["-", "-"] : [String(current), String(end - current)];
      const who = owner ? [owner.id, owner.host, owner.clientId] : ["-", "-", "-"];
      rows.push([group, topic, String(partition), at, String(end), lag, ...who]);
    });
  }
  if (rows.length === 0) return [];
  return formatColumns(
    [
      "GROUP",
      "TOPIC",
      "PARTITION",
      "CURRENT-OFFSET",
      "LOG-END-OFFSET",
      "LAG",
      "CONSUMER-ID",
      "HOST",
      "CLIENT-ID",
    ],
    rows,
    [15, 15, 10, 15, 15, 15, 15, 15],
  );
}

function memberLines(group: string, { members }: GroupDescription): string[] {
  const rows = members.map(({ id, host, clientId, assigned }) => [
    group,
    id,
    host,
    clientId,
    String(assigned.length),
  ]);
  return formatColumns(["GROUP", "CONSUMER-ID", "HOST", "CLIENT-ID", "#PARTITIONS"], rows, [15, 15, 15, 15]);
}

function stateLines(group: string, { state, strategy, coordinator, members }: GroupDescription): string[] {
  const where = coordinator ? `${coordinator.host}:${coordinator.port}  (${coordinator.id})` : "-";
  return formatColumns(
    ["GROUP", "COORDINATOR (ID)", "ASSIGNMENT-STRATEGY", "STATE", "#MEMBERS"],
    [[group, where, strategy || "-", state, String(members.length)]],
    [15, 25, 20, 20],
  );
}

async function remove({ cluster, screen }: Call, group: string): Promise<void> {
  const failed = (because: string) =>
    new CommandError(
      `\nError: Deletion of some consumer groups failed:\n* Group '${group}' could not be deleted due to: ${because}`,
    );
  const found = await cluster.groups.describe(group);
  if (!found || found.state === "Dead")
    throw failed("org.apache.kafka.common.errors.GroupIdNotFoundException: The group id does not exist.");
  if (found.state !== "Empty")
    throw failed("org.apache.kafka.common.errors.GroupNotEmptyException: The group is not empty.");
  await cluster.groups.delete(group);
  screen.print(`Deletion of requested consumer groups ('${group}') was successful.`);
}
