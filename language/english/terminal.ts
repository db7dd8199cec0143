export const terminalWords = {
  name: "Terminal",
  input: "Terminal: type a command. Tab completes it. To leave, press Esc, then Tab.",
  part: "The terminal",
  welcome: [
    "Kafka’s tools, kcat and psql by their real names. You can read the course’s topics. Your own topics have names that begin with “mine.”, for example “mine.carts”.",
    'Try "kafka-topics --list" or "kcat -C -t course.carts -e | jq -r .type | head -n 3". "help" says more.',
  ],
  recorded: "No playground server answers. The tools read the recorded logs of the course and cannot write.",
  noRecordedLogs: "The recorded logs could not be loaded. Check your network connection.",
  noDatabase:
    'psql needs a database, and no playground server answers. Start the server with "npm start" and open its page.',
  keys: "Tab completes, ↑ recalls a line, Ctrl-C ends a tool. To leave, press Esc, then Tab.",
  /** Lines that an exercise offers, as buttons. */
  commands: "Ready commands: choose one, then press Enter to run it",
  /** The keys as buttons, on a touch screen. */
  touchKeys: "Keys of the terminal",
  onItsPage: "Open the terminal’s own page",
  screenReader: "Screen reader mode",
  records: (count: number) => `Records printed (${count})`,
  open: (topic: string, partition: number, offset: number) => `${topic}-${partition}@${offset}`,
  opensCard: "Each printed record opens its card: click it, or choose it here.",
};

/** jq in the page, where no server answers. */
export const jqWords = {
  tooLong: "(Stopped: jq may work 10 seconds at a time. Is there an endless loop in the program?)",
  outOfMemory: "(Stopped: jq has run out of memory. Does the program collect more than it needs?)",
  notLoaded: "jq could not be loaded. Check your network connection.",
};

/** The page of its own. */
export const terminalPage = {
  title: "Terminal",
  description:
    "Kafka’s tools, kcat and psql by their real names, over the course’s topics, your own, and a database of your own.",
  lead: "Kafka’s tools, kcat and psql, with their real names, flags and output. A pipe gives what they print to jq, grep, head, tail and wc. You can read the course’s topics. Your own topics have names that begin with “mine.”, for example “mine.carts”. psql works in a database of your own. The server starts no program for them: it answers each command itself and prints what the tool would print.",
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
      "reads as a member of a consumer group. Kafka stores how far the group has read. Ctrl-C ends it.",
    ],
    ["kafka-consumer-groups --describe --group readers", "prints the group’s offsets and its lag."],
    ["kcat -C -t course.carts -e -f '%p@%o %k %s\\n'", "prints a log with partition, offset and key."],
    [
      "kcat -C -t course.carts -e | jq -s 'group_by(.type) | map({type: .[0].type, count: length})'",
      "counts the events of each type.",
    ],
    ["psql -c '\\dt'", "lists the tables of your own database."],
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
