import { counted, number } from "../numbers.ts";

const records = (count: number) => counted(count, { one: "record", other: "records" });
const partitions = (count: number) => counted(count, { one: "partition", other: "partitions" });

/** The lab “Topics and keys”. */
export const topicsAndKeysWords = {
  title: "Topics and keys",
  about: "Throw events into a real topic and see where their keys put them. Choose another key and compare.",
  breaks: "a key's history, by adding a partition or by a client with another partitioner",
  needs: "Kafka",

  topics: "Topics",
  make: "Make a topic",
  name: "Name",
  partitions: "Partitions",
  madeHint: "Two topics side by side let you compare two keys for the same events.",
  none: "You have no topic in this lab yet. Make one, then throw events into it.",
  size: (count: number, held: number) => `${partitions(count)}, ${records(held)}`,
  tooLong: (most: number) =>
    `The topic has more than ${number(most)} records, and the lab shows no newer ones.`,
  remove: "Remove the topic",
  grow: (to: number) => `Grow to ${partitions(to)}`,
  growSays: "Old records stay where they are; new records of a key may go to another partition.",

  throw: "Throw",
  stream: "Events",
  streams: {
    orders: "orders: placed, paid, shipped",
    carts: "carts: opened, filled, checked out",
    customers: "purchases, two of five by one customer",
  },
  key: "Key",
  count: "How many",
  partitioner: "Thrown by",
  partitioners: {
    murmur2: "Kafka's own clients (murmur2)",
    consistent_random: "kcat (CRC32)",
  },

  plot: (topic: string) => `Records of ${topic} by partition and key`,
  partitionAxis: "partition",
  recordAxis: "records",
  keyAxis: "key",
  fairShare: "fair share",
  cell: (key: string, partition: number, count: number) =>
    `${key}, partition ${partition}: ${records(count)}`,
  moreKeys: (count: number) => `and ${counted(count, { one: "more key", other: "more keys" })}`,
  skew: (partition: number, times: string) =>
    `The busiest partition, ${partition}, holds ${times} times its fair share.`,
  even: "All partitions hold about the same number of records.",
  empty: (count: number) =>
    `${counted(count, { one: "partition is", other: "partitions are" })} empty: there are too few keys.`,
  split: (count: number, names: string) =>
    `${counted(count, { one: "key has", other: "keys have" })} records in more than one partition: ${names}.`,

  history: "One key's history",
  historyLead: "Kafka keeps the order of the records within a partition, and no order between partitions.",
  ofTopic: "Topic",
  ofKey: "Key",
  whole: (partition: number) =>
    `All records of this key are in partition ${partition}, so every reader gets them in this order.`,
  splitOver: (names: string) =>
    `The records of this key are in the partitions ${names}. A reader may get one partition to its end before the other.`,
  thrown: "As they were thrown",
  read: (partition: number) => `As a reader may get them: partition ${partition} first`,
  answer: "The fold says",
  wrong: "This answer is wrong.",
  lane: (partition: number) => `partition ${partition}`,
  timeAxis: "in the order of the throw",

  interleavings: "Every order of reading",
  interleavingsLead:
    "These are all the orders in which a reader may get the first records of the topic. The same fold runs over each of them.",
  firstRecords: "First records",
  foldFor: "Fold for",
  folds: {
    orders: "orders: the amount paid, the orders shipped",
    carts: "carts: the items sold",
    customers: "customers: the last purchase of each",
  },
  tried: (count: number, possible: string) => `${number(count)} of ${possible} possible orders were folded.`,
  triedAll: (count: number) =>
    `${counted(count, { one: "order is", other: "orders are" })} possible. All were folded.`,
  outcome: "Answer",
  orders: "Orders",
  share: "Share",
  one: "Every order of reading gives the same answer.",
  many: (count: number) => `The same records give ${number(count)} different answers.`,
  smallest: "The smallest case",
  smallestLead: "Two of the records are enough. Read in these two orders, they give two answers.",
  smallestOf: (count: number) =>
    `${number(count)} of the records are enough. Read in these two orders, they give two answers.`,
  noSmallest: "No choice of four records or fewer gives two answers.",
  place: (partition: number, offset: number) => `${partition}@${offset}`,

  trap: "The trap: another client, another partition",
  trapLead:
    "kcat is built on librdkafka, whose default partitioner hashes with CRC32. The same key then goes to another partition than with Kafka's own clients.",
  trapCount: (differ: number, all: number) =>
    `${number(differ)} of these ${number(all)} keys go to another partition with kcat.`,
  trapFix: "This setting makes kcat choose as Kafka's own clients do:",
  trapTry: "To try it, choose kcat under “Thrown by” above, or type in the terminal:",
  trapOwn: "Kafka's own clients",
  trapKcat: "kcat",
  differs: "differs",
};
