import type { GroupDescription } from "./cluster.ts";
import { columns } from "./columns.ts";
import { bootstrapServer, type Call, type Command } from "./command.ts";
import { resetOffsets } from "./offset-reset.ts";
import { tellServer } from "./servers.ts";
import { Stop } from "./stop.ts";

const actions = ["--list", "--describe", "--delete", "--reset-offsets"];

export const consumerGroups: Command = {
  name: "kafka-consumer-groups",
  summary: "Lists and describes your consumer groups, shows their lag and moves their offsets.",
  examples: [
    "kafka-consumer-groups --list",
    "kafka-consumer-groups --describe --group readers",
    "kafka-consumer-groups --group readers --topic mine.carts --reset-offsets --to-earliest --execute",
  ],
  flags: [
    bootstrapServer,
    { name: "--list", help: "The names of your groups." },
    { name: "--describe", help: "Where a group stands in each partition, and how far behind the end." },
    { name: "--delete", help: "Deletes a group that has no members." },
    { name: "--reset-offsets", help: "Moves a group that has no members to another place." },
    {
      ...{ name: "--group", takes: "consumer group", many: true, offers: "groups" },
      help: "The group. May be given several times.",
    },
    { name: "--all-groups", help: "All of your groups." },
    { name: "--members", help: "With --describe: who is in the group." },
    { name: "--state", help: "With --describe: the group's state and its coordinator." },
    { name: "--offsets", help: "With --describe: what is shown without it, too." },
    {
      ...{ name: "--topic", takes: "topic", many: true, offers: "topics" },
      help: "With --reset-offsets: the topic, or some of its partitions as topic:0,2.",
    },
    { name: "--all-topics", help: "With --reset-offsets: every topic that the group has read." },
    { name: "--to-earliest", help: "To the first offset." },
    { name: "--to-latest", help: "To the end." },
    { name: "--to-current", help: "To where it stands." },
    { name: "--to-offset", takes: "offset", help: "To this offset." },
    { name: "--shift-by", takes: "number-of-offsets", help: "So many further on, or back with a minus." },
    { name: "--dry-run", help: "Only shows what a reset would do, as without --execute." },
    { name: "--execute", help: "Does it." },
  ],
  async run(call) {
    const { flags } = call;
    await tellServer(call, flags.value("--bootstrap-server"));
    if (actions.filter((action) => flags.has(action)).length !== 1) {
      throw new Stop(`Command must include exactly one action: ${actions.join(", ")}`);
    }
    if (flags.has("--list")) return list(call);
    const groups = flags.has("--all-groups") ? await call.cluster.groups.list() : flags.all("--group");
    if (groups.length === 0 && !flags.has("--all-groups")) {
      throw new Stop("The action needs --group with the name of a group, or --all-groups.");
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
    throw new Stop(
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

/** Where the group stands in every partition that it has committed or been given, and how far behind the end. */
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
  return columns(
    [
      ...["GROUP", "TOPIC", "PARTITION", "CURRENT-OFFSET", "LOG-END-OFFSET", "LAG"],
      ...["CONSUMER-ID", "HOST", "CLIENT-ID"],
    ],
    rows,
    [15, 15, 10, 15, 15, 15, 15, 15],
  );
}

function memberLines(group: string, { members }: GroupDescription): string[] {
  if (members.length === 0) return [];
  const rows = members.map(({ id, host, clientId, assigned }) => [
    ...[group, id, host, clientId, String(assigned.length)],
  ]);
  return columns(["GROUP", "CONSUMER-ID", "HOST", "CLIENT-ID", "#PARTITIONS"], rows, [15, 15, 15, 15]);
}

function stateLines(group: string, { state, strategy, coordinator, members }: GroupDescription): string[] {
  const where = coordinator ? `${coordinator.host}:${coordinator.port}  (${coordinator.id})` : "-";
  return columns(
    ["GROUP", "COORDINATOR (ID)", "ASSIGNMENT-STRATEGY", "STATE", "#MEMBERS"],
    [[group, where, strategy || "-", state, String(members.length)]],
    [15, 25, 20, 20],
  );
}

async function remove({ cluster, screen }: Call, group: string): Promise<void> {
  const failed = (because: string) =>
    new Stop(
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
