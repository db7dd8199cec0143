import kafkajs, { type Kafka } from "kafkajs";
import type { LoginProblem, LoginSettings, LoginStep } from "../../../engine/labs/cluster/events.ts";
import type { BrokerUser } from "../../../services/kafka/three-brokers/cluster-properties.ts";
import { kafkaJsMessage } from "../kafkajs-message.ts";

const timeoutMs = 3_000;
/** A first record through a new group takes well under a second; on a busy machine it may take many. */
const recordTimeoutMs = 20_000;

/** What a client of KafkaJS is told with some settings: at the connection, at the topic, at the group, until one fails. */
export async function tryLogin(options: {
  settings: LoginSettings;
  /** `host:port` of the listener with a login, of the brokers that run. */
  brokers: string[];
  /** In PEM form. */
  ca: string;
  user: BrokerUser;
  /** The public name of the learner: two learners never share a group. */
  learner: string;
}): Promise<LoginStep[]> {
  const { settings, brokers, learner } = options;
  if (brokers.length === 0) return [{ step: "connect", failed: { client: "", problem: "no-broker" } }];
  const kafka = clientOf(options);
  const steps: LoginStep[] = [];
  const attempts: [LoginStep["step"], () => Promise<void>][] = [
    ["connect", () => connect(kafka)],
    ["topic", () => describeTopic(kafka, settings.topic)],
    ["group", () => readOneRecord(kafka, settings.topic, `${settings.group}-${learner}`)],
  ];
  for (const [step, attempt] of attempts) {
    try {
      await attempt();
      steps.push({ step, failed: null });
    } catch (error) {
      const client = kafkaJsMessage(error);
      steps.push({ step, failed: { client, problem: problemOf(step, client, settings) } });
      break;
    }
  }
  return steps;
}

function clientOf({ settings, brokers, ca, user }: Parameters<typeof tryLogin>[0]): Kafka {
  const password = settings.password === "right" ? user.password : `${user.password}x`;
  return new kafkajs.Kafka({
    clientId: "offset-zero-login",
    brokers,
    ...(settings.tls && { ssl: settings.ca ? { ca: [ca] } : true }),
    ...(settings.login && { sasl: { mechanism: "plain", username: user.name, password } }),
    connectionTimeout: timeoutMs,
    authenticationTimeout: timeoutMs,
    requestTimeout: timeoutMs,
    retry: { retries: 0 },
    logLevel: kafkajs.logLevel.NOTHING,
  });
}

async function connect(kafka: Kafka): Promise<void> {
  const admin = kafka.admin();
  try {
    await admin.connect();
    await admin.describeCluster();
  } finally {
    await admin.disconnect().catch(() => {});
  }
}

async function describeTopic(kafka: Kafka, topic: string): Promise<void> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    await admin.fetchTopicMetadata({ topics: [topic] });
  } finally {
    await admin.disconnect().catch(() => {});
  }
}

/** Reads the first record of a topic as a member of a group. */
async function readOneRecord(kafka: Kafka, topic: string, groupId: string): Promise<void> {
  // What is refused stays refused, but a group that is new or moves to another broker needs a second question.
  const consumer = kafka.consumer({
    groupId,
    retry: { retries: 3, initialRetryTime: 200 },
  });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const late = setTimeout(() => reject(new Error("No record came within 20 seconds.")), recordTimeoutMs);
  // A leader that moves at this moment is no answer: KafkaJS starts again by itself, and the time for it is limited.
  consumer.on(consumer.events.CRASH, ({ payload: { error, restart } }) => {
    if (!restart || /coordinator/i.test(error.message)) reject(error);
  });
  promise.catch(() => {});
  try {
    await consumer.connect();
    await consumer.subscribe({ topic, fromBeginning: true });
    await consumer.run({ autoCommit: false, eachMessage: async () => resolve() });
    await promise;
  } finally {
    clearTimeout(late);
    await consumer.disconnect().catch(() => {});
  }
}

/** What the client's words mean. Some of them mean something else than they say, so the settings are looked at too. */
export function problemOf(step: LoginStep["step"], client: string, settings: LoginSettings): LoginProblem {
  if (/ECONNREFUSED/.test(client)) return "no-broker";
  if (/self.signed certificate|unable to (get|verify)/i.test(client)) return "ca-unknown";
  if (/authentication failed/i.test(client)) return "password-wrong";
  // KafkaJS hides which error of the group it was.
  if (step === "group" && settings.group === "audit") return "group-denied";
  if (/not authorized to access topics/i.test(client)) return "topic-denied";
  // A closed connection says nothing of its reason.
  if (step === "connect" && !settings.tls) return "tls-expected";
  if (step === "connect" && !settings.login) return "login-expected";
  return "other";
}
