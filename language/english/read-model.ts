import { number } from "../numbers.ts";

export const readModelWords = {
  name: "The read model",
  needsServer:
    "A read model that lags needs a log that grows, and with it the playground server. Start it with `npm start`, then open its page.",
  how: (topic: string) =>
    `A consumer reads ${topic} and folds it with your code. Append an event: it is in the log at once, and in the read model when the consumer has come so far.`,
  pause: "Pause the consumer",
  goOn: "Let the consumer run",
  pace: "One record takes",
  seconds: (seconds: number) => `${number(seconds)} s`,
  upTo: (processed: number, all: number) =>
    `processed ${number(processed)} of ${number(all)} records, lag ${number(all - processed)}`,
  partition: "partition",
  next: "next offset",
  end: "end",
  lag: "lag",
  empty: (topic: string) => `${topic} holds nothing yet. Append an event.`,
  notYet: (partition: number, offset: number, lag: number) =>
    `Your write is at partition ${partition}, offset ${offset}. The read model does not have it yet: it lags by ${number(lag)}.`,
  wait: "Wait until it is there",
  waiting: (partition: number, offset: number) =>
    `Waiting until the consumer has passed partition ${partition}, offset ${offset}.`,
  there: (partition: number, offset: number) =>
    `The consumer has passed partition ${partition}, offset ${offset}: you read your own write.`,
  honest: (topic: string) =>
    `This consumer runs in the page, and what it shows is your code folded over the records it has passed. One whose place Kafka keeps is in the Terminal: \`kafka-console-consumer --topic ${topic} --group readers\`, and its lag \`kafka-consumer-groups --describe --group readers\`.`,
};
