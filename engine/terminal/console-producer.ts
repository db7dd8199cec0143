import type { NewRecord } from "./cluster-interface.ts";
import { CommandError } from "./command-error.ts";
import { bootstrapServer, type Command, kafkaVersion, properties, versionFlag } from "./tool-interface.ts";
import { requireOwnTopic, topicMissing } from "./topic-name-errors.ts";
import { warnUnknownServer } from "./warn-unknown-server.ts";

const readerProperties = [
  "parse.key",
  "key.separator",
  "parse.headers",
  "headers.delimiter",
  "headers.separator",
  "headers.key.separator",
  "null.marker",
  "ignore.error",
];

const reading = ["parse.key=true", "key.separator=:", "parse.headers=true", "null.marker="];

export const consoleProducer: Command = {
  name: "kafka-console-producer",
  version: kafkaVersion,
  summary: "Appends each line that you type to a topic of your own, until Ctrl-D.",
  examples: [
    "kafka-console-producer --topic mine.carts",
    "kafka-console-producer --topic mine.carts --reader-property parse.key=true --reader-property key.separator=:",
  ],
  flags: [
    bootstrapServer,
    versionFlag,
    { name: "--topic", takes: "topic", offers: "topics", help: "The topic to append to." },
    {
      name: "--reader-property",
      takes: "prop",
      many: true,
      offers: reading,
      help: "How a line is read. With parse.key=true, the text before key.separator is the key.",
    },
    {
      name: "--property",
      takes: "prop",
      many: true,
      offers: reading,
      help: "The older name of the same option.",
    },
  ],
  async run(call) {
    const { flags, cluster, screen } = call;
    const topic = requireOwnTopic(flags.needed("--topic"));
    const read = lineReader(properties(call, "--reader-property"));
    await warnUnknownServer(call, flags.value("--bootstrap-server"));
    if (!(await cluster.ends(topic))) throw missing(topic);
    let number = 0;
    for await (const { text: line } of call.input()) {
      const record = read(line, ++number);
      if (record) await cluster.produce(topic, record);
      else screen.warn(`(line ${number} was skipped)`);
    }
  },
};

/** A producer would make the topic or wait for it; a learner is better served by the command that makes it. */
export function missing(topic: string): CommandError {
  return new CommandError(
    `${topicMissing(topic).message} "kafka-topics --create --topic ${topic}" creates it.`,
  );
}

/**
 * How the console producer reads a line. Throws `Stop` for one that does not fit, with `ignore.error` null.
 */
export function lineReader(
  properties: Map<string, string>,
): (line: string, number: number) => NewRecord | null {
  for (const name of properties.keys()) {
    if (readerProperties.includes(name)) continue;
    throw new CommandError(
      `The property ${name} is not known here. Known properties: ${readerProperties.join(", ")}.`,
    );
  }
  const on = (name: string) => properties.get(name)?.trim().toLowerCase() === "true";
  const or = (name: string, otherwise: string) => unescaped(properties.get(name) || otherwise);
  const nothing = properties.get("null.marker");
  const orNull = (text: string) => (text === nothing ? null : text);
  return (line, number) => {
    let rest = line;
    const cut = (wanted: boolean, separator: string, what: string): string | null | undefined => {
      if (!wanted) return undefined;
      const at = rest.indexOf(separator);
      if (at < 0) {
        if (on("ignore.error")) return null;
        throw new CommandError(`No ${what} found on line number ${number}: '${line}'`);
      }
      const part = rest.slice(0, at);
      rest = rest.slice(at + separator.length);
      return part;
    };
    const headers = cut(on("parse.headers"), or("headers.delimiter", "\t"), "headers delimiter");
    const key = cut(on("parse.key"), or("key.separator", "\t"), "key separator");
    if (headers === null || key === null) return null;
    return {
      key: key === undefined ? null : orNull(key),
      value: orNull(rest),
      ...(headers !== undefined && {
        headers: headersOf(headers, or("headers.separator", ","), or("headers.key.separator", ":"), number),
      }),
    };
  };
}

function headersOf(text: string, separator: string, between: string, number: number): [string, string][] {
  if (text === "") return [];
  return text.split(separator).map((pair) => {
    const at = pair.indexOf(between);
    if (at < 0)
      throw new CommandError(`No header key separator found in pair '${pair}' on line number ${number}`);
    return [pair.slice(0, at), pair.slice(at + between.length)];
  });
}

/** A shell's `$'\t'` is not there: the two characters mean a tab all the same. */
function unescaped(text: string): string {
  return text.replaceAll("\\t", "\t");
}
