import type { RawRecord } from "../fold/event.ts";
import { bootstrapServer, type Call, type Command, properties } from "./command.ts";
import { type Flags, wholeNumber } from "./flags.ts";
import { type From, readTopic } from "./reading.ts";
import { formatterProperties, recordFormatter } from "./record-lines.ts";
import { tellServer } from "./servers.ts";
import { Stop } from "./stop.ts";
import { noTopic } from "./topic-names.ts";

const printing = formatterProperties.map((name) => (name.startsWith("print.") ? `${name}=true` : `${name}=`));

export const consoleConsumer: Command = {
  name: "kafka-console-consumer",
  summary: "Prints the records of a topic as they come, until Ctrl-C.",
  examples: [
    "kafka-console-consumer --topic course.carts --from-beginning --max-messages 5",
    "kafka-console-consumer --topic mine.carts --from-beginning --formatter-property print.key=true",
    "kafka-console-consumer --topic mine.carts --group readers --from-beginning",
  ],
  flags: [
    bootstrapServer,
    { name: "--topic", takes: "topic", offers: "topics", help: "The topic to read." },
    {
      name: "--from-beginning",
      help: "From the first record, not from now on. With --group: where the group has committed nothing yet.",
    },
    { name: "--partition", takes: "partition", help: "Only this partition." },
    {
      ...{ name: "--offset", takes: "offset", offers: ["earliest", "latest"] },
      help: "Where to begin in the partition: a number, earliest or latest.",
    },
    { name: "--max-messages", takes: "num_messages", help: "Ends after so many records." },
    { name: "--timeout-ms", takes: "timeout_ms", help: "Ends when nothing has come for so long." },
    {
      ...{ name: "--group", takes: "consumer group id", offers: "groups" },
      help: "Reads as a member of this group, which remembers how far it has come.",
    },
    {
      ...{ name: "--formatter-property", takes: "prop", many: true, offers: printing },
      help: "What of a record is printed, such as print.key=true.",
    },
    {
      ...{ name: "--property", takes: "prop", many: true, offers: printing },
      help: "The same under its older name.",
    },
  ],
  async run(call) {
    const { flags, cluster, screen } = call;
    const topic = flags.needed("--topic");
    const group = flags.value("--group");
    const partition = flags.number("--partition");
    if (group !== undefined && partition !== undefined) {
      throw new Stop("Options group and partition cannot be specified together.");
    }
    const from = beginning(flags, partition);
    const most = flags.number("--max-messages", 1) ?? Number.POSITIVE_INFINITY;
    const format = recordFormatter(properties(call, "--formatter-property"));
    await tellServer(call, flags.value("--bootstrap-server"));

    let count = 0;
    const { signal, heard } = patience(call);
    const hear = (record: RawRecord) => {
      heard();
      screen.print(format(record), record.position);
      return ++count < most;
    };
    if (group === undefined) {
      await readTopic({ cluster, signal }, { topic, partition, from, follow: true }, hear);
    } else {
      if (!(await cluster.ends(topic))) throw noTopic(topic);
      await cluster.groups.consume(group, topic, from === "beginning", hear, signal);
    }
    screen.warn(`Processed a total of ${count} messages`);
  },
};

function beginning(flags: Flags, partition: number | undefined): From {
  const offset = flags.value("--offset");
  const fromBeginning = flags.has("--from-beginning");
  if (offset === undefined) return fromBeginning ? "beginning" : "end";
  if (partition === undefined) throw new Stop("The partition is required when offset is specified.");
  if (fromBeginning) throw new Stop("Options from-beginning and offset cannot be specified together.");
  if (offset === "earliest") return "beginning";
  if (offset === "latest") return "end";
  return { offset: wholeNumber(offset, "--offset") };
}

/** The call's signal, which aborts as well when nothing was heard for as long as `--timeout-ms` says. */
function patience({ flags, signal }: Call): { signal: AbortSignal; heard(): void } {
  const ms = flags.number("--timeout-ms", 1);
  if (ms === undefined) return { signal, heard: () => {} };
  const late = new AbortController();
  let timer = setTimeout(() => late.abort(), ms);
  const clear = () => clearTimeout(timer);
  signal.addEventListener("abort", clear, { once: true });
  const heard = () => {
    clear();
    timer = setTimeout(() => late.abort(), ms);
  };
  return { signal: AbortSignal.any([signal, late.signal]), heard };
}
