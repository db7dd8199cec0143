import { groupDigits } from "../group-digits.ts";

/** What a person can do after a refusal, by the refusal's own code. */
export const refusalAdvice = {
  "request-invalid": "Compare it with /api/openapi.json.",
  "body-too-large": "Send a smaller one.",
  "headers-too-large": "Send fewer of them, or shorter ones.",
  "request-slow": "Send it again, all at once.",
  "media-type-unknown": 'Send JSON with the header "content-type: application/json".',
  "not-found": "The addresses of the API are listed at /api/openapi.json.",
  "method-not-allowed": "Use a method of the header Allow.",
  "host-not-allowed":
    "Open the address that the server printed, or add the name to ALLOWED_HOSTS and restart the server.",
  "origin-not-allowed":
    "A script sends the header X-Session instead of an Origin. The operator names other sites in ALLOWED_ORIGINS, and sets TRUST_PROXY=1 if a proxy in front adds TLS.",
  "rate-limited": "Wait a few seconds. For a larger class, the operator raises PER_ADDRESS_SESSIONS.",
  "answers-unread": "Read the open answers or close their connections, and try again after the time named.",
  "exercise-unknown": "GET /api/exercises lists them all.",
  "solution-not-earned":
    "Pass the exercise in this session, or check three different answers. Then the solution opens.",
  "comparison-not-open": "Check your code once in this session. Then you can compare.",
  "run-unknown": "Fold the log again. The server keeps the newest long fold of a session for 15 minutes.",
  "log-missing": "Give a log, or name an exercise that has one.",
  "slice-invalid": "Check the partition, and that from is not larger than to.",
  "slice-too-long": "Ask for fewer records with from and to.",
  "topic-unknown":
    "Course topics start with course. and your own with mine. Your topic appears when you append to it.",
  "topic-not-yours": "Read course.* and your own mine.* topics.",
  "topic-name-invalid":
    "Use mine.<name> with 1 to 40 lower-case letters, digits and hyphens. Start with a letter.",
  "topic-read-only": "Append to a topic of your own, such as mine.carts.",
  "session-new":
    "Send the same request again with the session token of this answer (cookie, or header X-Session).",
  "topic-quota": "Append to one of your topics. Topics that are idle for a week are deleted.",
  "topic-full":
    "Delete a topic of yours in the terminal (kafka-topics --delete --topic mine.<name>) and start a new one. With cleanup.policy=delete, Kafka removes the oldest records by itself within five minutes.",
  "address-quota":
    "Append to one of your topics, or try later: idle topics are deleted. For a larger class, the operator raises LEARNER_TOPICS_PER_ADDRESS.",
  "practice-space-full": "Try again later. Idle topics are deleted. The operator can raise LEARNER_TOPICS.",
  "event-too-large": "Store documents and pictures elsewhere, and refer to them in the event.",
  "log-unavailable": "Try again in a moment.",
  "log-refused": "The operator finds the cause in the server's log.",
  "append-unconfirmed":
    'The event may have been written. Before you send it again, look at the end of the topic, for example with "kcat -C -t mine.carts -o -5 -e" in the terminal.',
  "log-trimmed": "Start at a later offset. Kafka has deleted the records before it.",
  "log-corrupt":
    "Fold a part of the log without this batch. The operator restores the partition from another replica or a backup.",
  "lab-unknown": "GET /api/labs lists them all.",
  "lab-refused": "Change the command, or reset the lab.",
  "lab-service-unavailable": "Start the lab again.",
  "lab-stopped": "Send the command again if you still need it.",
  "lab-command-quota": "Wait a few seconds, then send the command again.",
  "cluster-test-off":
    "The operator switched the test off with TEST_CLUSTER_HOSTS=off. Start the course on your own machine to test a cluster.",
  "labs-full":
    "Try again in a few minutes: labs without commands are closed. The operator can raise LAB_SESSIONS.",
  busy: "Run again after the time named.",
  stopping:
    "Nothing was started. Send the same request again after the time named, when the server is running again.",
  "hello-expected": 'Send { "kind": "hello", "version": 1 } first, once, within five seconds.',
  internal: "Try again. The operator finds the cause in the server's log.",
};

type Operation =
  | "Read"
  | "Write"
  | "Create"
  | "Delete"
  | "Alter"
  | "Describe"
  | "DescribeConfigs"
  | "AlterConfigs";

const verbs: Record<Operation, string> = {
  Read: "read",
  Write: "append to",
  Create: "create",
  Delete: "delete",
  Describe: "see",
  Alter: "add partitions to",
  DescribeConfigs: "see the settings of",
  AlterConfigs: "change the settings of",
};

const aclResources = {
  topic: "topic",
  group: "consumer group",
  "transactional-id": "transactions of the id",
} as const;

const inMebibytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MiB`;

/** What happened in one case of a refusal. `partition` is named as in `course.carts-0` where it is a string. */
export const refusalDetails = {
  "start-a-broker":
    "The operator can start a broker, or name one with KAFKA_BROKERS, and then restart the server.",
  "kafka-silent": ({ seconds }: { seconds: number }) => `Kafka did not answer within ${seconds} s.`,
  "kafka-refused": ({ answer }: { answer: string }) => `Kafka refused: ${answer}.`,
  "kafka-too-old": "This server needs Kafka 3.1 or newer.",
  "codec-unknown": ({ codec }: { codec: number }) => `Kafka's codec ${codec} is not known here.`,
  "acl-missing": ({
    operation,
    resource,
    name,
  }: {
    operation: Operation;
    resource: keyof typeof aclResources;
    name: string;
  }) =>
    `Kafka does not let this server ${verbs[operation]} the ${aclResources[resource]} ${name}: the ACL ${operation} is missing.`,
  "print-acls": 'The operator runs "npm start -- --acls": it prints the ACLs that this server needs.',
  "topic-sizes-unknown":
    "Kafka does not tell this server how large topics are: the ACL Describe on the cluster is missing.",
  "batch-header-damaged": ({ partition }: { partition: string }) =>
    `A record batch of ${partition} has a damaged header.`,
  "batch-checksum-wrong": ({ offset, partition }: { offset: number; partition: string }) =>
    `The record batch at offset ${offset} of ${partition} does not match its checksum: its bytes changed after they were written.`,

  "topic-absent": ({ topic }: { topic: string }) => `${topic} does not exist.`,
  "topic-created-again": ({ topic }: { topic: string }) => `${topic} was deleted and created again.`,
  "topic-not-deleted": ({ topic }: { topic: string }) =>
    `The broker still lists ${topic}, which was deleted.`,
  "topic-without-leader": ({ topic }: { topic: string }) => `${topic} found no leader among the brokers.`,
  "topics-of-session": ({ count, most }: { count: number; most: number }) =>
    `You have ${count} topics of ${most}.`,
  "topics-of-address": ({ count, most }: { count: number; most: number }) =>
    `It has ${count} topics of ${most}.`,
  "topics-of-everybody": ({ most }: { most: number }) => `All ${most} learners' topics are in use.`,
  "bytes-of-event": ({ bytes, most }: { bytes: number; most: number }) =>
    `It has ${bytes} bytes with its key; ${most} are allowed.`,
  "bytes-of-topic": ({ topic, bytes, most }: { topic: string; bytes: number; most: number }) =>
    `${topic} holds ${inMebibytes(bytes)} of ${inMebibytes(most)}.`,
  "bytes-of-topics": ({ bytes, most }: { bytes: number; most: number }) =>
    `Your topics hold ${inMebibytes(bytes)} of ${inMebibytes(most)} together.`,
  "nobody-waits": "Nobody is waiting for these records any more.",

  "slice-without-partition": ({ partition }: { partition: number }) =>
    `The slice has no partition ${partition}.`,
  "partition-absent": ({ topic, partition }: { topic: string; partition: number }) =>
    `${topic} has no partition ${partition}.`,
  "partition-begins-at": ({ partition, offset }: { partition: string; offset: number }) =>
    `${partition} begins at offset ${offset}.`,
  "nothing-at-offset": ({ partition, offset }: { partition: string; offset: number }) =>
    `${partition} gives nothing at offset ${offset}.`,
  "from-after-to": ({ from, to }: { from: number; to: number }) => `from ${from} is larger than to ${to}.`,
  "offset-too-large": ({ offset }: { offset: number }) =>
    `The offset ${offset} is larger than 2^53 - 1, which JSON cannot hold.`,
  "number-too-large": ({ number }: { number: string }) =>
    `The number ${number} is larger than 2^53 - 1, which JSON cannot hold.`,
  "too-many-records": ({ count, most }: { count: number; most: number }) =>
    `It has ${count} records. One run takes at most ${most}.`,
  "too-many-characters": ({ most }: { most: number }) =>
    `Its values have more than ${most} characters, which is the limit of one run.`,
  "partition-needed": "from and to need a partition: name it.",
  "last-of-every-partition": "last counts in every partition: leave out partition, from and to.",
  "fold-without-partition": ({ partition }: { partition: number }) =>
    `This fold has no partition ${partition}.`,
  "offsets-of-fold": ({ from, to }: { from: number; to: number }) =>
    `This fold has offsets ${from} to ${to} of this partition.`,
  "records-between-states": ({ count }: { count: number }) =>
    `There are ${count} records between the two nearest kept states.`,
  "lines-of-one-window": "For a long log, ask for the lines of one window at a time.",
  "run-without-long-log": "The run in the request has no long log.",
  "state-without-records": "A state to start from needs records in the same request.",

  "no-such-exercise": ({ id }: { id: string }) => `No exercise has the id ${id}.`,
  "exercise-broken": ({ id }: { id: string }) =>
    `The exercise ${id} cannot be loaded at the moment: a file of it has a mistake. Its author sees which one in the server's terminal.`,
  "no-predictions": "This exercise has no predictions: send a source.",
  "sandbox-starting": "The sandbox is starting.",
  "sandbox-free-in": ({ seconds }: { seconds: number }) => `A sandbox is free in about ${seconds} s.`,
  "another-long-log": ({ seconds }: { seconds: number }) =>
    `The server is folding another long log, for about ${seconds} s more.`,

  "no-such-lab": ({ id }: { id: string }) => `No lab has the id ${id}.`,
  "no-such-lab-command": ({ type, known }: { type: string; known: string }) =>
    `The lab has no command ${type}. Its commands are ${known}.`,
  "lab-was-reset": "The lab was reset in the meantime.",
  "lab-was-closed": "The lab was closed in the meantime.",
  "lab-command-late": ({ seconds }: { seconds: number }) => `It took more than ${seconds} s.`,
  "lab-commands-waiting": ({ most }: { most: number }) => `${most} commands are waiting already.`,
  "lab-commands-per-minute": ({ most }: { most: number }) => `The lab takes ${most} commands a minute.`,
  "labs-of-address": ({ most }: { most: number }) =>
    `Your network address has ${most} open ${most === 1 ? "lab" : "labs"}, which is the limit.`,
  "labs-of-everybody": ({ most }: { most: number }) => `All ${most} places are taken.`,

  "not-http": "The request is not HTTP/1.1.",
  "host-named": ({ host }: { host: string }) => `The request names the host ${host}.`,
  "websocket-without-origin": "A WebSocket needs an Origin or the header X-Session.",
  "supported-methods": ({ methods }: { methods: string }) =>
    `It supports ${methods.replaceAll(", ", " and ")}.`,
  "too-many-bytes": "It sent too many bytes in a short time.",
  "hello-twice": "You have already sent hello.",
  "ids-of-requests": ({ most }: { most: number }) =>
    `Each open request needs its own id. At most ${most} may be open.`,
  "body-not-json": "The body is not valid JSON.",
  "request-not-json": "The request is not valid JSON.",
  "key-not-allowed": ({ key }: { key: string }) => `The key ${key} is not allowed.`,
  "key-twice": ({ key }: { key: string }) => `One object has the key ${key} twice.`,
  "too-many-values": ({ most }: { most: number }) => `The request has more than ${groupDigits(most)} values.`,
  "too-many-levels": ({ most }: { most: number }) => `The request has more than ${groupDigits(most)} levels.`,
  "too-many-keys": ({ most }: { most: number }) =>
    `The request has more than ${groupDigits(most)} keys in one object.`,
};
