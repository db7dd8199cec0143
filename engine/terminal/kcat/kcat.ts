import { CommandError } from "../command-error.ts";
import type { Command } from "../tool-interface.ts";
import { warnUnknownServer } from "../warn-unknown-server.ts";
import { consume } from "./consume.ts";
import { consumeAsGroup } from "./consume-group.ts";
import { metadata } from "./metadata.ts";
import { produce } from "./produce.ts";
import { readProperties } from "./properties.ts";
import { query } from "./query.ts";

const modes = ["-L", "-C", "-P", "-Q", "-G"];
const noFiles = "There are no files here:";

export const kcat: Command = {
  name: "kcat",
  version: "1.7.1",
  summary: "The short tool: lists (-L), consumes (-C), produces (-P) and asks for offsets (-Q).",
  examples: [
    "kcat -L",
    "kcat -C -t course.carts -e -f '%p@%o %k %s\\n'",
    "kcat -P -t mine.carts -K:",
    "kcat -Q -t course.carts:0:1700000000000",
  ],
  flags: [
    { name: "-V", help: "The version of kcat that this tool copies." },
    { name: "-L", help: "Lists brokers, topics and partitions." },
    { name: "-C", help: "Consumes: prints the records of a topic." },
    { name: "-P", help: "Produces: appends each line that you type, until Ctrl-D." },
    {
      name: "-Q",
      help: "Queries: for each -t topic:partition:time the first offset with this time, in ms, or a later one.",
    },
    {
      name: "-G",
      takes: "group-id",
      offers: "groups",
      help: "Consumes as a member of a group: kcat -G readers mine.carts.",
    },
    { name: "-b", takes: "brokers", help: "Accepted. The course's Kafka always answers." },
    { name: "-t", takes: "topic", many: true, offers: "topics", help: "The topic." },
    { name: "-p", takes: "partition", help: "The partition. With -P: the one to append to." },
    {
      name: "-o",
      takes: "offset",
      many: true,
      offers: ["beginning", "end"],
      help: "Where to start: beginning, end, an offset, -n for the last n records, or s@ and a time in ms. Where to stop: e@ and a time.",
    },
    { name: "-c", takes: "cnt", help: "Stops after this many records." },
    { name: "-e", help: "Stops after the last record." },
    { name: "-K", takes: "delim", help: "The delimiter between key and value." },
    { name: "-D", takes: "delim", help: "The delimiter between records, a line break by default." },
    {
      name: "-f",
      takes: "fmt",
      help: "With -C: how a record is printed: %s %S %R %k %K %t %p %o %T %h, \\n, \\t and \\x41.",
    },
    { name: "-J", help: "With -C: each record as JSON. With -L: all of it as JSON." },
    { name: "-O", help: "Accepted. kcat 1.7.1 prints no offset for it; -f %o does." },
    {
      name: "-s",
      takes: "serdes",
      many: true,
      offers: ["s", "key=s", "value=s"],
      help: "With -C: s is text, and all is text here.",
    },
    { name: "-T", help: "With -P: prints what was sent." },
    { name: "-m", takes: "seconds", help: "Accepted. The course's Kafka answers or refuses at once." },
    { name: "-E", help: "Accepted. What goes wrong ends the command." },
    { name: "-v", help: "Accepted. There is nothing more to say." },
    { name: "-u", help: "Accepted. Output is never buffered." },
    { name: "-q", help: "Prints only the records." },
    { name: "-k", takes: "key", help: "With -P: one key for all records." },
    {
      name: "-H",
      takes: "header=value",
      many: true,
      help: "With -P: a header. Can be repeated, also with the same name.",
    },
    {
      name: "-z",
      takes: "codec",
      offers: ["gzip", "snappy", "lz4", "zstd"],
      help: "Accepted. Records are written uncompressed.",
    },
    {
      name: "-Z",
      help: "With -P and -K: an empty value is a tombstone. With -C: an empty key or value is printed as NULL.",
    },
    {
      name: "-X",
      takes: "property=value",
      many: true,
      offers: ["topic.partitioner=murmur2_random", "auto.offset.reset=earliest"],
      help: "With -P: topic.partitioner=murmur2_random places keys as Kafka's own clients do. With -G: auto.offset.reset=earliest.",
    },
  ],
  refusedFlags: {
    "-F": `${noFiles} -X sets a property.`,
    "-l": `${noFiles} kcat -P reads what you type, or what comes through a pipe.`,
    "-d": "librdkafka's own log is not there to be shown: no process is started here.",
  },
  operands: "topic",
  async run(call) {
    const { flags } = call;
    const mode = modes.filter((each) => flags.has(each));
    if (mode.length !== 1)
      throw new CommandError('kcat takes one of -L, -C, -P, -Q and -G. "help kcat" lists them all.');
    const [file] = flags.rest;
    if (file !== undefined && !flags.has("-G")) {
      throw new CommandError(
        `${noFiles} ${JSON.stringify(file)} cannot be read. kcat -P reads what you type, or what comes through a pipe.`,
      );
    }
    if (flags.all("-t").length > 1 && !flags.has("-Q"))
      throw new CommandError("kcat takes one -t, except with -Q.");
    readProperties(flags.all("-X"));
    if (!flags.has("-q")) await warnUnknownServer(call, flags.value("-b"));
    if (flags.has("-L")) return metadata(call);
    if (flags.has("-Q")) return query(call);
    if (flags.has("-G")) return consumeAsGroup(call);
    return flags.has("-C") ? consume(call) : produce(call);
  },
};
