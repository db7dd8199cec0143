import { counted, number } from "../numbers.ts";

/** The lab about three brokers: its panel. */
export const clusterLabWords = {
  title: "A cluster",
  about:
    "Three brokers keep every record three times. Kill brokers while a producer sends, and watch who leads, who is in sync, and what the producer is told. Then log in over TLS, and fail in each way once.",
  breaks: "A broker, two brokers, the controller, a login, a right.",
  needs: "Three brokers of Kafka 4.3 (550 MB of memory)",

  turn: "Who may break it",
  turnSays:
    "All learners of this server share these three brokers. One learner at a time may kill brokers and send. Everybody else sees the brokers and waits in line. A turn lasts three minutes when others wait. After it, all three brokers are started again for the next learner.",
  turnYours: "The cluster is yours.",
  turnFree: "Nobody holds the cluster. Your first command takes it.",
  turnOther: "Another learner holds the cluster.",
  turnAhead: (ahead: number) =>
    `You are in the line: ${counted(ahead, { one: "learner comes", other: "learners come" })} before you.`,
  turnEnds: (time: string) => `The turn ends at ${time}, because others wait.`,
  take: "Get into the line",
  give: "Give the cluster away",

  brokers: "Brokers",
  broker: (id: number) => `Broker ${id}`,
  controller: "and controller",
  controllerSays:
    "Broker 1 is the controller too. While it is away, nobody chooses new leaders or takes a dead replica out of the in-sync set, so sends under acks=all wait and then fail.",
  state: {
    starting: "starting",
    running: "running",
    killed: "killed",
    died: "died by itself",
  },
  kill: (id: number) => `Kill broker ${id}`,
  killSign: "Kill",
  killSays: "Ends the broker's process at once, with kill -9.",
  restart: (id: number) => `Restart broker ${id}`,
  restartSign: "Restart",

  partitions: "Your topic",
  partitionsSay: (topic: string) =>
    `${topic} has three partitions, and each has a replica at every broker. min.insync.replicas is 2.`,
  noTopic: "No broker has told where your topic is yet.",
  partition: "Partition",
  leader: "leader",
  inSync: "in sync",
  behind: "not in sync",
  noLeader: "no leader",

  producer: "Producer",
  producerSays:
    "It sends numbered records to one partition, one every 50 ms, and tries each for 12 seconds. Start it, and kill the leader while it sends.",
  acks: "acks: when is a record written?",
  acksOf: {
    "0": "acks=0: at once. Nobody is asked.",
    "1": "acks=1: when the leader has it.",
    all: "acks=all: when all in-sync replicas have it.",
  },
  count: "Records",
  send: "Start to send",
  stop: "Stop",
  copyRate:
    "Followers here copy every 400 ms (replica.fetch.wait.max.ms, with a large replica.fetch.min.bytes). Usually they copy at once, and the same loss needs more luck.",

  runs: "What the producer was told",
  runTitle: (run: number, acks: string, count: number, partition: number) =>
    `Run ${run}: acks=${acks}, ${counted(count, { one: "record", other: "records" })} to partition ${partition}`,
  noRuns: "Nothing was sent yet.",
  counting: "The records are being counted in the log itself.",
  counted: "Counted in the log itself.",
  notCounted: (why: string) => `${why} Then count again.`,
  countAgain: "Count again",
  slowest: (ms: number) => `The slowest answer took ${number(ms)} ms.`,
  outcome: {
    acknowledged: "acknowledged, and in the log",
    unasked: "sent without asking",
    waiting: "no answer yet",
    retrying: "failed, is tried again",
    refused: "refused",
    lost: "LOST: acknowledged, but not in the log",
    twice: "in the log more than once",
    "refused-yet-written": "refused, yet in the log",
  },
  lostUnasked: "LOST: sent without asking, and not in the log",
  chart: (run: number) =>
    `Run ${run} over time: a bar for each record, from its send to the last that the producer was told of it`,
  brokerChange: (broker: number, state: string) => `broker ${broker} ${state}`,
  special: (count: number) =>
    `${counted(count, { one: "record", other: "records" })} with more to tell than an answer at the first try`,
  specialColumns: ["Record", "What became of it", "Retries", "Last error, in the client's words"],

  login: "Log in",
  loginSays: (user: string) =>
    `The same brokers have a second listener: SASL_SSL. The user ${user} may read the topic orders, in groups whose names begin with ${user}-. Choose what the client does, and read what it says.`,
  settings: "Settings of the client",
  tls: "TLS (ssl)",
  ca: "with the CA's certificate",
  sasl: "login (sasl)",
  passwordWrong: "wrong password",
  topic: "Topic",
  group: "Group",
  tryIt: "Connect with these settings",
  presets: "Or try one of these",
  preset: {
    right: "the right settings",
    password: "a wrong password",
    ca: "no CA",
    tls: "no TLS",
    login: "no login",
    topic: "a denied topic",
    group: "a denied group",
  },
  tries: "What the client was told",
  noTries: "Nothing was tried yet.",
  stepDone: {
    connect: "connected and logged in",
    topic: "found the topic",
    group: "joined the group and read a record",
  },
  stepFailed: { connect: "connecting failed", topic: "the topic failed", group: "the group failed" },
  clientSays: "The client says",
  problem: {
    "tls-expected":
      "The broker speaks TLS at this port and the client does not, so each waits for the other or hangs up. The words say nothing about TLS. Set ssl in the client.",
    "ca-unknown":
      "Our own authority signed the brokers' certificate, and the client has never heard of it. Give the client the CA's certificate. Never switch the check off: then anybody could answer.",
    "login-expected":
      "The connection is encrypted, but the client asked its first question without logging in, so the broker hung up. The words say nothing about a login. Set sasl in the client.",
    "password-wrong":
      "The broker knows no such user with this password. Check both for spaces at their ends.",
    "topic-denied":
      "The login worked, but no ACL allows this user to read the topic. Kafka does not even say whether it exists. Add an ACL: kafka-acls --add --allow-principal User:shop --operation Read --topic payments",
    "group-denied":
      "The words are misleading: a coordinator exists, but no ACL allows this user to use the group. Add an ACL: kafka-acls --add --allow-principal User:shop --operation Read --group audit-… or use a group that begins with shop-.",
    "no-broker": "No broker runs. Restart one of them.",
    other: "This is not one of the usual answers. Try it once more when all three brokers run.",
  },
  rightSettings: "The right settings, for KafkaJS",
} as const;
