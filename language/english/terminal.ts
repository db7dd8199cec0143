export const terminalWords = {
  name: "Terminal",
  input: "Terminal: type a command. Tab completes; Esc, then Tab leaves.",
  part: "The terminal",
  welcome: [
    "Kafka's tools by their real names. The course's topics can be read; yours are called mine.<name>.",
    'Try "kafka-topics --list" or "kcat -C -t course.carts -e". "help" says more.',
  ],
  recorded:
    "No playground server answers: the tools read the recorded logs of the course, and nothing can be written.",
  noRecordedLogs: "The recorded logs could not be loaded. Is the network there?",
  keys: "Tab completes, ↑ brings back, Ctrl-C ends a tool. Esc, then Tab leaves.",
  screenReader: "Screen reader mode",
  records: (count: number) => `Records printed (${count})`,
  open: (topic: string, partition: number, offset: number) => `${topic}-${partition}@${offset}`,
  opensCard: "Each printed record opens its card: click it, or choose it here.",
};

export const recordCardWords = {
  title: "Record",
  topic: "topic",
  partition: "partition",
  offset: "offset",
  key: "key",
  none: "none",
  timestamp: "timestamp",
  headers: "headers",
  value: "value",
};
