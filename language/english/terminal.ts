export const terminalWords = {
  name: "Terminal",
  input: "Terminal: type a command. Tab completes; Esc, then Tab leaves.",
  part: "The terminal",
  welcome: [
    "Kafka’s tools by their real names. The course’s topics can be read; yours are called mine.<name>.",
    'Try "kafka-topics --list" or "kcat -C -t course.carts -e". "help" says more.',
  ],
  recorded:
    "No playground server answers: the tools read the recorded logs of the course, and nothing can be written.",
  noRecordedLogs: "The recorded logs could not be loaded. Is the network there?",
  keys: "Tab completes, ↑ brings back, Ctrl-C ends a tool. Esc, then Tab leaves.",
  onItsPage: "On a page of its own",
  screenReader: "Screen reader mode",
  records: (count: number) => `Records printed (${count})`,
  open: (topic: string, partition: number, offset: number) => `${topic}-${partition}@${offset}`,
  opensCard: "Each printed record opens its card: click it, or choose it here.",
};

/** The page of its own. */
export const terminalPage = {
  title: "Terminal",
  description: "Kafka’s tools by their real names, over the course’s topics and your own.",
  lead: "kafka-topics, kafka-console-producer, kafka-console-consumer, kafka-consumer-groups and kcat, with their real names, flags and output. The course’s topics can be read; topics of your own are called mine.<name>. No process of the server’s machine is started: the names and flags are a table over Kafka’s clients.",
  tools: "A way to begin",
  /** A line to type, and what it shows. */
  examples: [
    ["kafka-topics --create --topic mine.carts --partitions 3", "makes a topic of your own."],
    [
      "kafka-console-producer --topic mine.carts --reader-property parse.key=true --reader-property key.separator=:",
      "appends each line you type, its key before the colon. Ctrl-D ends it.",
    ],
    [
      "kafka-console-consumer --topic mine.carts --from-beginning --group readers",
      "reads as a member of a group, which remembers how far it has come. Ctrl-C ends it.",
    ],
    ["kafka-consumer-groups --describe --group readers", "shows where the group stands, and its lag."],
    ["kcat -C -t course.carts -e -f '%p@%o %k %s\\n'", "prints a log with partition, offset and key."],
  ],
} as const;

export const recordCardWords = {
  title: "Record",
  key: "key",
  none: "none",
  timestamp: "timestamp",
  headers: "headers",
  value: "value",
  tombstone: "null, a tombstone",
  fold: "Fold the log up to here in the playground",
};
