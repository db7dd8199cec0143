export const logWords = {
  needsServer:
    "A log of your own needs the playground server: appending writes to Kafka. Folding, checking and everything else works here without it. Start the server with `npm start`, then open its page.",
  live: (topic: string) => `${topic}, live`,
  fold: "Fold it with my code",
  empty: "Nothing here yet. What you append appears here.",
  newestFirst: (topic: string) => `Records of ${topic}, newest first`,
  place: (partition: number, offset: number) => `partition ${partition}, offset ${offset}`,
  key: (key: string) => `key ${key}`,
  noKey: "key none",
  notAnEvent: "not an event",
};

export const appendWords = {
  key: "Key",
  throw: "The way to the partition",
  type: "Event type",
  data: "Data",
  templates: "Templates",
  shape: (type: string, shape: string) => `${type}: ${shape}`,
  append: (topic: string) => `Append to ${topic}`,
  notJson: "The data is not JSON. Is a quote or a brace missing?",
  put: (topic: string, partition: number, offset: number) =>
    `Kafka put it into ${topic}, partition ${partition}, at offset ${offset}.`,
  failed: "It could not be appended.",
};
