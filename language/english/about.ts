import { counted } from "../numbers.ts";

/** What the browser adds to the page that says where the log runs. */
export const factWords = {
  title: "The server and its limits",
  course: "course",
  engine: "engine",
  sandbox: "around learners’ code",
  noServer:
    "In this browser, on recorded logs. No server of the course answers here; every lesson works all the same.",
};

const records = { one: "record", other: "records" };

/** The running cluster on the same page. */
export const clusterWords = {
  title: "The cluster now",
  says: "What the brokers say at this moment, as far as you may see it: the course’s topics, and topics and groups of your own.",
  asOf: (time: string) => `As of ${time}. Asked again every five seconds.`,
  stopped: (time: string) => `As of ${time}. Not asked again.`,
  stop: "Stop asking",
  goOn: "Go on asking",
  brokers: "Brokers",
  broker: "broker",
  address: "address",
  controller: "controller",
  topics: "Topics",
  topic: "topic",
  partitions: "first offset to high watermark, by partition",
  held: "holds",
  records: (count: number) => counted(count, records),
  groups: "Your consumer groups",
  noGroups: "You have none. The terminal’s kafka-console-consumer with --group makes one.",
  group: "group",
  state: "state",
  members: "members",
  lag: "lag",
  places: "committed offset of high watermark, by partition",
  away: (why: string) => `The brokers do not answer just now. ${why}`,
};
