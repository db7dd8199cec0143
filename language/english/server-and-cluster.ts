import { counted } from "../numbers.ts";

/** What the browser adds to the page that says where the log runs. */
export const factWords = {
  title: "The server",
  course: "course",
  engine: "engine",
  sandbox: "protection around your code",
  noServer:
    "In this browser, on recorded logs. No course server answers here; every lesson works without it.",
};

const records = { one: "record", other: "records" };

/** The running cluster on the same page. */
export const clusterWords = {
  title: "The cluster now",
  says: "What the brokers report at this moment: every topic as a whole, with all of its records. A broker is a server that stores topics. A topic is split into partitions, and each partition is a log of its own with offsets from 0.",
  asOf: (time: string) => `As of ${time}. Refreshes every five seconds.`,
  stopped: (time: string) => `As of ${time}. No longer refreshed.`,
  stop: "Stop refreshing",
  goOn: "Refresh again",
  brokers: "Brokers",
  broker: "broker",
  address: "address",
  controller: "controller",
  topics: "Topics",
  topic: "topic",
  partitions: "offsets in each partition",
  /** `end` is the high watermark: the offset after the last record. */
  offsets: (partition: number, start: number, end: number) =>
    start === end ? `${partition}: empty` : `${partition}: ${start} to ${end - 1}`,
  held: "size",
  records: (count: number) => counted(count, records),
  groups: "Your consumer groups",
  groupsSay:
    "A consumer group remembers how far it has read. The lag is the number of records that it has not read yet.",
  noGroups: "You have none. Run kafka-console-consumer with --group in the terminal to create one.",
  group: "group",
  state: "state",
  members: "members",
  lag: "lag",
  places: "read up to, by partition",
  away: (why: string) => `The brokers are not answering. ${why}`,
};
