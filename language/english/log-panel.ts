import { number } from "../numbers.ts";

export const logWords = {
  needsServer:
    "A log of your own needs the playground server, because appending writes to Kafka. Everything else works here without it. Start the server with `npm start`, then open its page.",
  about:
    "This is your own log. It is separate from the exercise’s log at the top. Append events to it, then fold it with your code.",
  live: (topic: string) => `Your topic ${topic}, live`,
  fold: "Fold it with my code",
  empty: "It is empty. What you append appears here.",
  newestFirst: (topic: string) => `Records of ${topic}, newest first`,
  place: (partition: number, offset: number) => `partition ${partition}, offset ${offset}`,
  key: (key: string) => `key ${key}`,
  noKey: "key none",
  notAnEvent: "not an event",
};

export const appendWords = {
  /** Opens and closes the form. */
  open: "Append an event",
  key: "Key",
  throw: "From key to partition",
  type: "Event type",
  data: "Data",
  templates: "Templates",
  shape: (type: string, shape: string) => `${type}: ${shape}`,
  noData: (type: string) => `${type} has no data: {}`,
  append: (topic: string) => `Append to ${topic}`,
  notJson: "The data is not JSON. Is a quote or a brace missing?",
  tooLarge: (bytes: number, most: number) =>
    `The event has ${number(bytes)} bytes with its key; ${number(most)} are allowed. Make its data smaller.`,
  put: (position: { topic: string; partition: number; offset: number }, name: string) =>
    `Kafka stored it in ${name}, partition ${position.partition}, at offset ${position.offset}. Other clients of Kafka see this topic as ${position.topic}.`,
  failed: "The event was not appended.",
};
