import type { TopicDescription } from "./cluster-interface.ts";
import { CommandError } from "./command-error.ts";
import { bootstrapServer, type Call, type Command, kafkaVersion, versionFlag } from "./tool-interface.ts";
import { requireOwnTopic, topicOfCommandMissing } from "./topic-name-errors.ts";
import { warnUnknownServer } from "./warn-unknown-server.ts";

const actions = ["--list", "--describe", "--create", "--delete"];

export const kafkaTopics: Command = {
  name: "kafka-topics",
  version: kafkaVersion,
  summary: "Lists, describes, creates and deletes topics.",
  examples: [
    "kafka-topics --list",
    "kafka-topics --describe --topic course.carts",
    "kafka-topics --create --topic mine.carts --partitions 3",
  ],
  flags: [
    bootstrapServer,
    versionFlag,
    { name: "--list", help: "The names of all topics that you can read." },
    { name: "--describe", help: "Partitions, leader and replicas of a topic, or of all." },
    { name: "--create", help: "Creates a topic." },
    { name: "--delete", help: "Deletes a topic with all its records." },
    { name: "--topic", takes: "topic", offers: "topics", help: "The topic's name." },
    {
      name: "--partitions",
      takes: "# of partitions",
      help: "With --create: the number of partitions, 3 by default.",
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
    { name: "--if-exists", help: "With --describe and --delete: no error if the topic does not exist." },
    { name: "--exclude-internal", help: "Accepted; Kafka's internal topics are not shown here." },
  ],
  async run(call) {
    const { flags } = call;
    await warnUnknownServer(call, flags.value("--bootstrap-server"));
    const asked = actions.filter((action) => flags.has(action));
    if (asked.length !== 1) {
      throw new CommandError(
        "Command must include exactly one action: --list, --describe, --create or --delete",
      );
    }
    if (flags.has("--list")) return list(call);
    if (flags.has("--describe")) return describe(call);
    if (flags.has("--create")) return create(call);
    return remove(call);
  },
};

async function list({ cluster, screen }: Call): Promise<void> {
  for (const topic of await cluster.topics()) screen.print(topic);
}

async function describe({ cluster, flags, screen }: Call): Promise<void> {
  const one = flags.value("--topic");
  for (const topic of one === undefined ? await cluster.topics() : [one]) {
    const found = await cluster.describe(topic);
    if (found) for (const line of topicLines(topic, found)) screen.print(line);
    else if (one !== undefined && !flags.has("--if-exists")) throw topicOfCommandMissing(topic);
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
  if ((await cluster.topics()).includes(topic)) {
    if (flags.has("--if-not-exists")) return;
    throw new CommandError(`Error while executing topic command : Topic '${topic}' already exists.`);
  }
  await cluster.create(topic, { partitions, config });
  screen.warn(
    "WARNING: Due to limitations in metric names, topics with a period ('.') or underscore ('_') could collide. To avoid issues it is best to use either, but not both.",
  );
  screen.print(`Created topic ${topic}.`);
}

async function remove({ cluster, flags }: Call): Promise<void> {
  const topic = requireOwnTopic(flags.needed("--topic"));
  if ((await cluster.topics()).includes(topic)) return cluster.delete(topic);
  if (!flags.has("--if-exists")) throw topicOfCommandMissing(topic);
}
