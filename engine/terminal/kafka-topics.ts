import type { TopicDescription } from "./cluster-interface.ts";
import { CommandError } from "./command-error.ts";
import { matchTopics } from "./match-topics.ts";
import { wholeNumber } from "./read-flags.ts";
import { bootstrapServer, type Call, type Command, kafkaVersion, versionFlag } from "./tool-interface.ts";
import { requireOwnTopic, topicOfCommandMissing } from "./topic-name-errors.ts";
import { warnUnknownServer } from "./warn-unknown-server.ts";

const actions = ["--list", "--describe", "--create", "--alter", "--delete"];

export const kafkaTopics: Command = {
  name: "kafka-topics",
  version: kafkaVersion,
  summary: "Lists, describes, creates, alters and deletes topics.",
  examples: [
    "kafka-topics --list",
    "kafka-topics --describe --topic course.carts",
    "kafka-topics --create --topic mine.carts --partitions 3",
    "kafka-topics --alter --topic mine.carts --partitions 6",
  ],
  flags: [
    bootstrapServer,
    versionFlag,
    { name: "--list", help: "The names of all topics that you can read." },
    { name: "--describe", help: "Partitions, leader and replicas of a topic, or of all." },
    { name: "--create", help: "Creates a topic." },
    { name: "--alter", help: "Gives a topic more partitions. Records stay where they are." },
    { name: "--delete", help: "Deletes a topic with all its records." },
    {
      name: "--topic",
      takes: "topic",
      offers: "topics",
      help: "The topic's name. With --list and --describe: a regular expression.",
    },
    {
      name: "--partitions",
      takes: "# of partitions",
      help: "The number of partitions in all; with --create 3 by default.",
    },
    {
      name: "--replication-factor",
      takes: "replication factor",
      help: "With --create: the number of replicas.",
    },
    {
      name: "--config",
      takes: "name=value",
      many: true,
      help: "With --create: a setting of the topic.",
      offers: ["cleanup.policy=compact", "retention.ms=", "retention.bytes=", "segment.ms="],
    },
    { name: "--if-not-exists", help: "With --create: no error if the topic exists." },
    {
      name: "--if-exists",
      help: "With --describe, --alter and --delete: no error if the topic does not exist.",
    },
    { name: "--topics-with-overrides", help: "With --describe: only topics with settings of their own." },
    { name: "--unavailable-partitions", help: "With --describe: only partitions without a leader." },
    {
      name: "--under-replicated-partitions",
      help: "With --describe: only partitions with replicas that are not in sync.",
    },
    { name: "--exclude-internal", help: "Accepted; Kafka's internal topics are not shown here." },
  ],
  async run(call) {
    const { flags } = call;
    await warnUnknownServer(call, flags.value("--bootstrap-server"));
    const asked = actions.filter((action) => flags.has(action));
    if (asked.length !== 1) {
      throw new CommandError(
        "Command must include exactly one action: --list, --describe, --create, --alter or --delete",
      );
    }
    if (flags.has("--list")) return list(call);
    if (flags.has("--describe")) return describe(call);
    if (flags.has("--create")) return create(call);
    return flags.has("--alter") ? alter(call) : remove(call);
  },
};

async function named({ cluster, flags }: Call): Promise<string[]> {
  const expression = flags.value("--topic");
  const all = await cluster.topics();
  return expression === undefined ? all : matchTopics(all, expression);
}

async function list(call: Call): Promise<void> {
  for (const topic of await named(call)) call.screen.print(topic);
}

async function describe(call: Call): Promise<void> {
  const { cluster, flags, screen } = call;
  const one = flags.value("--topic");
  const topics = await named(call);
  if (one !== undefined && topics.length === 0 && !flags.has("--if-exists")) throw topicOfCommandMissing(one);
  for (const topic of topics) {
    const found = await cluster.describe(topic);
    if (!found) continue;
    const [head, ...partitions] = topicLines(topic, found);
    if (flags.has("--topics-with-overrides")) {
      const settings = [...((await cluster.settings(topic)) ?? [])];
      if (head !== undefined && settings.some(([, { own }]) => own)) screen.print(head);
      continue;
    }
    const narrowed = flags.has("--unavailable-partitions") || flags.has("--under-replicated-partitions");
    if (head !== undefined && !narrowed) screen.print(head);
    partitions.forEach((line, partition) => {
      const { leader = -1, replicas = [], isr = [] } = found.partitions[partition] ?? {};
      if (flags.has("--unavailable-partitions") && leader >= 0) return;
      if (flags.has("--under-replicated-partitions") && isr.length >= replicas.length) return;
      screen.print(line);
    });
  }
}

/**
 * The lines as the tool writes them. Which replicas may still be elected when all others are lost (Elr) is not asked
 * for: none, where every replica is in sync.
 */
export function topicLines(topic: string, { id, partitions, config }: TopicDescription): string[] {
  const configs = [...config].map(([name, value]) => `${name}=${value}`).join(",");
  return [
    `Topic: ${topic}\tTopicId: ${id}\tPartitionCount: ${partitions.length}\tReplicationFactor: ${partitions[0]?.replicas.length ?? 0}\tConfigs: ${configs}`,
    ...partitions.map(({ leader, replicas, isr }, partition) => {
      const elr = isr.length < replicas.length ? "N/A" : "";
      return `\tTopic: ${topic}\tPartition: ${partition}\tLeader: ${leader < 0 ? "none" : leader}\tReplicas: ${replicas}\tIsr: ${isr}\tElr: ${elr}\tLastKnownElr: ${elr}`;
    }),
  ];
}

async function create({ cluster, flags, screen }: Call): Promise<void> {
  const topic = requireOwnTopic(flags.needed("--topic"));
  const partitions = flags.number("--partitions", 1);
  const replicas = flags.number("--replication-factor", 1);
  const config = flags.pairs("--config");
  const brokers = (await cluster.brokers()).length;
  if (replicas !== undefined && brokers > 0 && replicas > brokers) {
    throw new CommandError(
      `Error while executing topic command : Unable to replicate the partition ${replicas} time(s): The target replication factor of ${replicas} cannot be reached because only ${brokers} broker(s) are registered or some brokers have all their log directories cordoned.`,
    );
  }
  screen.print(
    "WARNING: Due to limitations in metric names, topics with a period ('.') or underscore ('_') could collide. To avoid issues it is best to use either, but not both.",
  );
  if ((await cluster.topics()).includes(topic)) {
    if (flags.has("--if-not-exists")) return;
    throw new CommandError(`Error while executing topic command : Topic '${topic}' already exists.`);
  }
  await cluster.create(topic, { partitions, config });
  screen.print(`Created topic ${topic}.`);
}

async function alter({ cluster, flags }: Call): Promise<void> {
  const topic = requireOwnTopic(flags.needed("--topic"));
  const partitions = wholeNumber(flags.needed("--partitions"), "--partitions");
  const found = await cluster.describe(topic);
  if (!found) {
    if (flags.has("--if-exists")) return;
    throw topicOfCommandMissing(topic);
  }
  const now = found.partitions.length;
  if (partitions === now) {
    throw new CommandError(`Error while executing topic command : Topic already has ${now} partition(s).`);
  }
  if (partitions < now) {
    throw new CommandError(
      `Error while executing topic command : The topic ${topic} currently has ${now} partition(s); ${partitions} would not be an increase.`,
    );
  }
  await cluster.grow(topic, partitions);
}

async function remove({ cluster, flags }: Call): Promise<void> {
  const topic = requireOwnTopic(flags.needed("--topic"));
  if ((await cluster.topics()).includes(topic)) return cluster.delete(topic);
  if (!flags.has("--if-exists")) throw topicOfCommandMissing(topic);
}
