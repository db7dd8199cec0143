import { number } from "../numbers.ts";

export const readModelWords = {
  name: "The read model",
  needsServer:
    "A read model lags only when its log grows, and a growing log needs the playground server. Start it with `npm start`, then open its page.",
  how: (topic: string) =>
    `A consumer reads your topic ${topic} and folds it with your code. Append an event: it is in the log at once, and in the read model when the consumer reaches it.`,
  pause: "Pause the consumer",
  goOn: "Resume the consumer",
  pace: "One record takes",
  seconds: (seconds: number) => `${number(seconds)} s`,
  upTo: (processed: number, all: number) =>
    `processed ${number(processed)} of ${number(all)} records, lag ${number(all - processed)}`,
  partition: "partition",
  next: "next offset",
  end: "end",
  lag: "lag",
  empty: (topic: string) => `${topic} is empty. Append an event.`,
  notYet: (partition: number, offset: number, lag: number) =>
    `Your write is at partition ${partition}, offset ${offset}. The read model does not have it yet: its lag is ${number(lag)}.`,
  wait: "Wait until it is there",
  waiting: (partition: number, offset: number) =>
    `Waiting until the consumer has passed partition ${partition}, offset ${offset}.`,
  there: (partition: number, offset: number) =>
    `The consumer has read your record (partition ${partition}, offset ${offset}). The read model now includes it.`,
  honest: (topic: string) =>
    `This consumer runs in the page and folds your code over the records it has read. Kafka does not store how far this consumer has read. To try a consumer whose position Kafka stores, run \`kafka-console-consumer --topic ${topic} --group readers\` in the Terminal. \`kafka-consumer-groups --describe --group readers\` prints its lag.`,
};
