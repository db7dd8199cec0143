import type { TopicSetting } from "./cluster-interface.ts";
import { CommandError } from "./command-error.ts";
import type { Flags } from "./read-flags.ts";
import { bootstrapServer, type Call, type Command, kafkaVersion, versionFlag } from "./tool-interface.ts";
import { requireOwnTopic } from "./topic-name-errors.ts";
import { warnUnknownServer } from "./warn-unknown-server.ts";

const settingNames = ["cleanup.policy=compact", "retention.ms=", "retention.bytes=", "segment.ms="];

export const kafkaConfigs: Command = {
  name: "kafka-configs",
  version: kafkaVersion,
  summary: "Shows the settings of topics, and changes those of your own.",
  examples: [
    "kafka-configs --describe --topic course.carts",
    "kafka-configs --alter --topic mine.carts --add-config retention.ms=60000,segment.ms=5000",
    "kafka-configs --alter --topic mine.carts --add-config cleanup.policy=[compact,delete]",
  ],
  flags: [
    bootstrapServer,
    versionFlag,
    { name: "--describe", help: "Shows the settings that were made for a topic, or for each." },
    { name: "--alter", help: "Changes settings of a topic of your own." },
    { name: "--topic", takes: "topic", offers: "topics", help: "The topic." },
    {
      name: "--entity-type",
      takes: "type",
      offers: ["topics"],
      help: "topics: with --entity-name the same as --topic.",
    },
    { name: "--entity-name", takes: "name", offers: "topics", help: "The topic's name." },
    { name: "--all", help: "With --describe: all settings, with the defaults." },
    {
      name: "--add-config",
      takes: "k1=v1,k2=[v1,v2]",
      many: true,
      offers: settingNames,
      help: "With --alter: the settings to make.",
    },
    {
      name: "--delete-config",
      takes: "k1,k2",
      many: true,
      help: "With --alter: the settings that become the broker's again.",
    },
  ],
  refusedFlags: {
    "--add-config-file": "There are no files here. --add-config name=value makes a setting.",
    "--broker": "Here kafka-configs shows and changes settings of topics only. Use --topic.",
    "--client-metrics": "Here kafka-configs shows and changes settings of topics only. Use --topic.",
    "--group": "Here kafka-configs shows and changes settings of topics only. Use --topic.",
    "--user": "Here kafka-configs shows and changes settings of topics only. Use --topic.",
  },
  async run(call) {
    const { flags } = call;
    await warnUnknownServer(call, flags.value("--bootstrap-server"));
    if (flags.has("--describe") === flags.has("--alter")) {
      throw new CommandError("Command must include exactly one action: --describe, --alter");
    }
    return flags.has("--describe") ? describe(call) : alter(call);
  },
};

/** The topic that is named; undefined means all. Throws `Stop` where no kind of entity is named, or another. */
function topicOf(flags: Flags): string | undefined {
  const type = flags.value("--entity-type");
  const topic = flags.value("--topic");
  if (topic !== undefined) return topic;
  if (type === undefined) throw new CommandError("At least one entity type must be specified");
  if (type !== "topics") {
    throw new CommandError("Here kafka-configs shows and changes settings of topics only. Use --topic.");
  }
  return flags.value("--entity-name");
}

async function describe({ cluster, flags, screen }: Call): Promise<void> {
  const one = topicOf(flags);
  const all = flags.has("--all");
  for (const topic of one === undefined ? await cluster.topics() : [one]) {
    const settings = await cluster.settings(topic);
    if (!settings) {
      screen.print(`The topic '${topic}' doesn't exist and doesn't have dynamic config.`);
      continue;
    }
    screen.print(`${all ? "All" : "Dynamic"} configs for topic ${topic} are:`);
    const shown = [...settings].filter(([, { own }]) => all || own).toSorted(([a], [b]) => (a < b ? -1 : 1));
    for (const [name, setting] of shown) screen.print(settingLine(name, setting));
  }
}

function settingLine(name: string, { value, synonyms, sensitive }: TopicSetting): string {
  const from = synonyms.map((synonym) => `${synonym.source}:${synonym.name}=${synonym.value}`);
  return `  ${name}=${value} sensitive=${sensitive} synonyms={${from.join(", ")}}`;
}

async function alter({ cluster, flags, screen }: Call): Promise<void> {
  const topic = requireOwnTopic(topicOf(flags) ?? flags.needed("--entity-name"));
  if (!flags.has("--add-config") && !flags.has("--delete-config")) {
    throw new CommandError("At least one of --add-config or --delete-config must be specified with --alter");
  }
  const changes = new Map<string, string | null>([
    ...flags.all("--delete-config").flatMap((names) => names.split(",").map((name) => [name, null] as const)),
    ...flags.all("--add-config").flatMap(addedSettings),
  ]);
  if (!(await cluster.topics()).includes(topic)) {
    throw new CommandError(`The topic '${topic}' does not exist. "kafka-topics --list" lists the topics.`);
  }
  await cluster.configure(topic, changes);
  screen.print(`Completed updating config for topic ${topic}.`);
}

/** `k1=v1,k2=[v1,v2]` as names and values. Throws `Stop` for what is none. */
function addedSettings(text: string): [string, string][] {
  return (text.match(/[^,=]+=(\[[^\]]*\]|[^,]*)|[^,]+/g) ?? []).map((pair) => {
    const [, name, value] = /^([^=]+)=(.*)$/.exec(pair) ?? [];
    if (name === undefined || value === undefined) {
      throw new CommandError(`--add-config takes name=value, not ${JSON.stringify(pair)}.`);
    }
    return [name.trim(), value.replace(/^\[(.*)\]$/, "$1")];
  });
}
