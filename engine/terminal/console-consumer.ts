import type { RawRecord } from "../fold/event.ts";
import { CommandError } from "./command-error.ts";
import { formatterProperties, recordFormatter } from "./console-consumer-formatter.ts";
import { type Flags, wholeNumber } from "./read-flags.ts";
import { type ReadFrom, readTopic } from "./read-topic.ts";
import {
  bootstrapServer,
  type Call,
  type Command,
  kafkaVersion,
  properties,
  versionFlag,
} from "./tool-interface.ts";
import { topicMissing } from "./topic-name-errors.ts";
import { warnUnknownServer } from "./warn-unknown-server.ts";

const printing = formatterProperties.map((name) => (name.startsWith("print.") ? `${name}=true` : `${name}=`));

export const consoleConsumer: Command = {
  name: "kafka-console-consumer",
  version: kafkaVersion,
  summary: "Prints the records of a topic as they arrive, until Ctrl-C.",
  examples: [
    "kafka-console-consumer --topic course.carts --from-beginning --max-messages 5",
    "kafka-console-consumer --topic mine.carts --from-beginning --formatter-property print.key=true",
    "kafka-console-consumer --topic mine.carts --group readers --from-beginning",
  ],
  flags: [
    bootstrapServer,
    versionFlag,
    { name: "--topic", takes: "topic", offers: "topics", help: "The topic to read." },
    {
      name: "--from-beginning",
      help: "Reads from the first record. With --group: only where the group has no committed offset.",
    },
    { name: "--partition", takes: "partition", help: "Only this partition." },
    {
      name: "--offset",
      takes: "offset",
      offers: ["earliest", "latest"],
      help: "The offset to start at: a number, earliest or latest.",
    },
    { name: "--max-messages", takes: "num_messages", help: "Stops after this many records." },
    { name: "--timeout-ms", takes: "timeout_ms", help: "Stops when no record arrives for this long." },
    {
      name: "--group",
      takes: "consumer group id",
      offers: "groups",
      help: "Reads as a member of this group. Kafka keeps the group's offsets.",
    },
    {
      name: "--formatter-property",
      takes: "prop",
      many: true,
      offers: printing,
      help: "What is printed of a record, such as print.key=true.",
    },
    {
      name: "--property",
      takes: "prop",
      many: true,
      offers: printing,
      help: "The older name of the same option.",
    },
  ],
  async run(call) {
    const { flags, cluster, screen } = call;
    const topic = flags.needed("--topic");
    const group = flags.value("--group");
    const partition = flags.number("--partition");
    if (group !== undefined && partition !== undefined) {
      throw new CommandError("Options group and partition cannot be specified together.");
    }
    const from = beginning(flags, partition);
    const most = flags.number("--max-messages", 1) ?? Number.POSITIVE_INFINITY;
    const format = recordFormatter(properties(call, "--formatter-property"));
    await warnUnknownServer(call, flags.value("--bootstrap-server"));

    let count = 0;
    const { signal, restartTimer } = idleTimeout(call);
    const hear = (record: RawRecord) => {
      restartTimer();
      screen.print(format(record), record.position);
      return ++count < most;
    };
    if (group === undefined) {
      await readTopic({ cluster, signal }, { topic, partition, from, follow: true }, hear);
    } else {
      if (!(await cluster.ends(topic))) throw topicMissing(topic);
      await cluster.groups.consume(group, topic, from === "beginning", hear, signal);
    }
    screen.warn(`Processed a total of ${count} messages`);
  },
};

function beginning(flags: Flags, partition: number | undefined): ReadFrom {
  const offset = flags.value("--offset");
  const fromBeginning = flags.has("--from-beginning");
  if (offset === undefined) return fromBeginning ? "beginning" : "end";
  if (partition === undefined) throw new CommandError("The partition is required when offset is specified.");
  if (fromBeginning)
    throw new CommandError("Options from-beginning and offset cannot be specified together.");
  if (offset === "earliest") return "beginning";
  if (offset === "latest") return "end";
  return { offset: wholeNumber(offset, "--offset") };
}

/** The call's signal, which aborts as well when nothing was heard for as long as `--timeout-ms` says. */
function idleTimeout({ flags, signal }: Call): { signal: AbortSignal; restartTimer(): void } {
  const ms = flags.number("--timeout-ms", 1);
  if (ms === undefined) return { signal, restartTimer: () => {} };
  const late = new AbortController();
  let timer = setTimeout(() => late.abort(), ms);
  const clear = () => clearTimeout(timer);
  signal.addEventListener("abort", clear, { once: true });
  const restartTimer = () => {
    clear();
    timer = setTimeout(() => late.abort(), ms);
  };
  return { signal: AbortSignal.any([signal, late.signal]), restartTimer };
}
