/** In what a tool here differs from the real one, and why. `help differences` prints them. */
export const knownDifferences: readonly { tools: string; difference: string; reason: string }[] = [
  {
    tools: "all",
    difference: "Every tool ends what it prints with the end of a line.",
    reason:
      "The terminal shows lines. A kcat -f without \\n still prints each record on its own line, and wc -l counts it.",
  },
  {
    tools: "all",
    difference: "Names of topics and groups are yours alone, and only course.* and mine.* can be seen.",
    reason: "All learners share one Kafka. mine.carts has your session's name inside at the broker.",
  },
  {
    tools: "all",
    difference: "--bootstrap-server and -b are accepted, and the course's Kafka answers.",
    reason: "A public server must not connect to addresses that its visitors name.",
  },
  {
    tools: "all",
    difference: "No tool reads or writes a file; text comes after <<<, through a pipe, or as you type it.",
    reason: "No process and no file of the server is offered to anybody.",
  },
  {
    tools: "kafka-topics, kafka-configs",
    difference: "Partitions, settings and their values have limits, and refusals name them.",
    reason: "The practice space is shared.",
  },
  {
    tools: "kafka-topics",
    difference: "Elr of a partition with replicas that are not in sync is N/A.",
    reason: "The server's client does not ask for it.",
  },
  {
    tools: "kafka-configs",
    difference: "Only topics have settings to show and change.",
    reason: "The brokers, users and quotas are the operator's.",
  },
  {
    tools: "kafka-delete-records",
    difference: "A partition that does not exist is refused at once.",
    reason: "The real tool asks again for a minute, and then says that it timed out.",
  },
  {
    tools: "kafka-get-offsets",
    difference: "latest-tiered and earliest-pending-upload print nothing.",
    reason: "No log here is in tiered storage.",
  },
  {
    tools: "kafka-acls",
    difference: "It only lists, and only ACLs of topics that you can read.",
    reason: "Who may do what at the course's Kafka is for its operator to say.",
  },
  {
    tools: "kafka-console-producer, kcat -P",
    difference: "A topic must exist before it is written to.",
    reason: "A name with a slip of the pen would become a topic.",
  },
  {
    tools: "kcat",
    difference: "-G reads one topic, up to -c records or Ctrl-C; -e is refused with it.",
    reason: "The server's consumer does not say when it has reached the end.",
  },
  {
    tools: "kcat",
    difference: "-s reads s only, and bytes that are no text are shown with replacement characters.",
    reason: "Records come to the terminal as text.",
  },
  {
    tools: "kcat",
    difference: "-Q accepts a partition several times.",
    reason: "The real kcat cannot hold two times for one partition; here each -t is a question of its own.",
  },
  {
    tools: "kcat",
    difference: "-X sets topic.partitioner and auto.offset.reset only; -z compresses nothing.",
    reason: "One client writes for all learners.",
  },
  {
    tools: "psql",
    difference:
      "Several statements in one -c are not one transaction, though the first that fails ends them.",
    reason: "The server takes one statement at a time.",
  },
  {
    tools: "psql",
    difference: "Results end after 1,000 rows, and statements have limits of time and size.",
    reason: "The database server is shared.",
  },
  {
    tools: "grep",
    difference:
      "Patterns cannot refer back to a group (\\1), and have a bounded size. -P, -f and -r are missing.",
    reason: "Matching takes time that grows with the line only, so that no pattern can hold up the server.",
  },
  {
    tools: "jq",
    difference:
      "It is jq 1.8.2 without modules, files and environment. Programs have limits of time and memory.",
    reason: "It runs in a place that is cut off from the server's machine.",
  },
  {
    tools: "head, tail, echo",
    difference: "head -c, tail -c, tail -f and echo -n are missing.",
    reason: "They concern bytes and files, and the terminal shows lines.",
  },
];
