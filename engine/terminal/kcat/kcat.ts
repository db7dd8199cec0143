import type { Command } from "../command.ts";
import { tellServer } from "../servers.ts";
import { Stop } from "../stop.ts";
import { consume } from "./consume.ts";
import { metadata } from "./metadata.ts";
import { produce } from "./produce.ts";

const modes = ["-L", "-C", "-P"];

export const kcat: Command = {
  name: "kcat",
  summary: "The short tool: lists (-L), consumes (-C) and produces (-P).",
  examples: ["kcat -L", "kcat -C -t course.carts -e -f '%p@%o %k %s\\n'", "kcat -P -t mine.carts -K:"],
  flags: [
    { name: "-L", help: "Lists brokers, topics and partitions." },
    { name: "-C", help: "Consumes: prints the records of a topic." },
    { name: "-P", help: "Produces: appends each line that you type, until Ctrl-D." },
    { name: "-b", takes: "brokers", help: "Accepted; it is always the course's Kafka that answers." },
    { name: "-t", takes: "topic", offers: "topics", help: "The topic." },
    { name: "-p", takes: "partition", help: "The partition; with -P it is the one to append to." },
    {
      ...{ name: "-o", takes: "offset", offers: ["beginning", "end"] },
      help: "Where to begin: beginning, end, an offset, or -n for the last n records.",
    },
    { name: "-c", takes: "cnt", help: "Ends after so many records." },
    { name: "-e", help: "Ends when the last record has been read." },
    { name: "-K", takes: "delim", help: "Key and value with this between them." },
    { name: "-D", takes: "delim", help: "With -C: stands after each record, a line's end otherwise." },
    {
      name: "-f",
      takes: "fmt",
      help: "With -C: how a record is printed: %s %S %k %K %t %p %o %T %h, \\n and \\t.",
    },
    { name: "-J", help: "With -C: each record as JSON." },
    { name: "-u", help: "Accepted; what comes is printed at once." },
    { name: "-q", help: "Says nothing beside the records." },
    { name: "-k", takes: "key", help: "With -P: one key for all records." },
    { name: "-H", takes: "header=value", many: true, help: "With -P: a header." },
    { name: "-Z", help: "With -P: an empty value is a tombstone. With -C: it is printed as NULL." },
    {
      ...{ name: "-X", takes: "property=value", many: true, offers: ["topic.partitioner=murmur2_random"] },
      help: "With -P: topic.partitioner=murmur2_random places keys as Kafka's own clients do.",
    },
  ],
  async run(call) {
    const { flags } = call;
    const mode = modes.filter((each) => flags.has(each));
    if (mode.length !== 1) throw new Stop('kcat takes one of -L, -C and -P. "help kcat" lists them all.');
    if (!flags.has("-q")) await tellServer(call, flags.value("-b"));
    if (flags.has("-L")) return metadata(call);
    return flags.has("-C") ? consume(call) : produce(call);
  },
};
