import { channel } from "node:diagnostics_channel";
import { protocolErrorsCodesById } from "@platformatic/kafka";
import { kafkaSentences } from "../../engine/sentences/english/kafka.ts";
import { sentencesFrom } from "../../engine/sentences/message.ts";
import { Refusal, refusalDetail } from "../errors.ts";
import { type KafkaErrorRow, type KafkaSentence, kafkaErrors } from "./kafka-error-table.ts";

const say = sentencesFrom(kafkaSentences);
const rows: Record<string, KafkaErrorRow | undefined> = kafkaErrors;

/** Gets each error of a Kafka client for which there is no sentence. */
export const unknownKafkaErrors = channel("offset-zero:unknown-kafka-error");

/** A fault of the connection, where no answer of the broker is at hand. */
interface ConnectionFault {
  /** Codes of errors (Node's, @platformatic/kafka's) and names of their classes (KafkaJS's). */
  codes: string[];
  /** What a client says where its error has no such code. */
  message?: RegExp;
  code: "log-unavailable" | "log-refused";
  says: KafkaSentence;
  next?: KafkaSentence;
}

/** The first that fits counts. */
const connectionFaults: ConnectionFault[] = [
  {
    codes: ["KafkaJSSASLAuthenticationError", "PLT_KFK_AUTHENTICATION"],
    message: /^SASL /,
    code: "log-refused",
    says: "kafka-sasl-authentication-failed",
    next: "kafka-sasl-authentication-failed-advice",
  },
  {
    codes: [
      "DEPTH_ZERO_SELF_SIGNED_CERT",
      "SELF_SIGNED_CERT_IN_CHAIN",
      "UNABLE_TO_GET_ISSUER_CERT",
      "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
      "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
    ],
    code: "log-refused",
    says: "certificate-unknown",
    next: "certificate-unknown-advice",
  },
  {
    codes: ["ERR_SSL_WRONG_VERSION_NUMBER", "ERR_SSL_PACKET_LENGTH_TOO_LONG"],
    message: /^Broker requires TLS/,
    code: "log-refused",
    says: "tls-on-one-side",
    next: "tls-on-one-side-advice",
  },
  {
    codes: ["KafkaJSConnectionClosedError", "ECONNRESET", "EPIPE"],
    message: /^Connection closed/,
    code: "log-unavailable",
    says: "connection-closed",
  },
  {
    codes: ["ENOTFOUND", "EAI_AGAIN"],
    code: "log-unavailable",
    says: "broker-name-unknown",
  },
  {
    codes: ["ECONNREFUSED", "EHOSTUNREACH", "ENETUNREACH", "ETIMEDOUT"],
    message:
      /^(Cannot connect|No broker answers|Connection to .* (failed|timed out)|Connection (error|timeout))/,
    code: "log-unavailable",
    says: "no-broker-answers",
  },
  {
    codes: ["KafkaJSRequestTimeoutError", "KafkaJSTimeout", "KafkaJSLockTimeout", "TimeoutError"],
    // @platformatic/kafka gives it the code of any fault of the network.
    message: /^Request .*timed out/,
    code: "log-unavailable",
    says: "broker-silent",
  },
  {
    codes: [
      "PLT_KFK_NETWORK",
      "PLT_KFK_UNEXPECTED_CORRELATION_ID",
      "KafkaJSConnectionError",
      "KafkaJSBrokerNotFound",
      "KafkaJSNoBrokerAvailableError",
      "KafkaJSMetadataNotLoaded",
      "KafkaJSTopicMetadataNotLoaded",
    ],
    // The last two: KafkaJS drops the error of a request for metadata, and stumbles over the answer that is missing then.
    message: /is disconnect(ed|ing)|property 'brokers' of .* null|null \(reading 'topicMetadata'\)/,
    code: "log-unavailable",
    says: "no-broker-answers",
  },
];

/** Any error of a Kafka client as a refusal in plain words; a refusal stays what it is. */
export function kafkaRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const answer = answerOf(error);
  if (answer !== null) return refusalOfAnswer(answer, error);
  const fault = connectionFaultOf(error);
  if (fault) {
    const { code, says, next } = fault;
    return new Refusal(code, say(says), { cause: error, next: next && say(next), retryAfter: 2 });
  }
  unknownKafkaErrors.publish(error);
  return new Refusal("internal", null, { cause: error });
}

function refusalOfAnswer(answer: string, error: unknown): Refusal {
  const row = rows[answer];
  if (row) {
    const { code, says, next } = row;
    const retryAfter = code === "log-unavailable" ? 2 : undefined;
    return new Refusal(code, say(says), { cause: error, next: next && say(next), retryAfter });
  }
  unknownKafkaErrors.publish(error);
  return new Refusal("log-refused", refusalDetail("kafka-refused", { answer }), { cause: error });
}

/**
 * Whether the connection is at fault, so that the next request needs a new one. An error that nobody knows counts too:
 * its client may be broken. What the broker answered came over a connection that works.
 */
export function isConnectionFault(error: unknown): boolean {
  if (error instanceof Refusal) return error.cause !== undefined && isConnectionFault(error.cause);
  const answer = answerOf(error);
  return answer === null || rows[answer]?.connection === true;
}

/** Whether a broker answered that it has no topic of this name. */
export function saysUnknownTopic(error: unknown): boolean {
  return answerOf(error) === "UNKNOWN_TOPIC_OR_PARTITION";
}

/** Whether a broker answered that the topic was deleted, or deleted and created again under the same name. */
export function saysTopicRecreated(error: unknown): boolean {
  return ["UNKNOWN_TOPIC_ID", "INCONSISTENT_TOPIC_ID"].includes(answerOf(error) ?? "");
}

/** Whether a broker answered that it does not know at present which partitions it leads. It will know soon. */
export function saysUnsettled(error: unknown): boolean {
  const unsettled = [
    "UNKNOWN_LEADER_EPOCH",
    "NOT_LEADER_OR_FOLLOWER",
    "LEADER_NOT_AVAILABLE",
    "COORDINATOR_LOAD_IN_PROGRESS",
    "NOT_COORDINATOR",
  ];
  return unsettled.includes(answerOf(error) ?? "");
}

/** Whether nobody coordinates a group or a transaction yet: at its first one a cluster makes the topic for it. */
export function saysNoCoordinator(error: unknown): boolean {
  return answerOf(error) === "COORDINATOR_NOT_AVAILABLE" || saysUnsettled(error);
}

/** Whether a broker's answer means that the client's metadata is old. */
export function saysStale(error: unknown): boolean {
  const moved = ["FENCED_LEADER_EPOCH", "REPLICA_NOT_AVAILABLE"].includes(answerOf(error) ?? "");
  return saysUnknownTopic(error) || saysTopicRecreated(error) || saysUnsettled(error) || moved;
}

/**
 * The name of the error that a broker answered with, as Apache Kafka calls it; null where no broker answered. Clients
 * hide it below errors of their own. If there are several, the last specific one counts: the attempts before it were repeated.
 */
export function answerOf(error: unknown): string | null {
  const names = errorsIn(error).flatMap((each) => nameOf(each) ?? []);
  return names.findLast((name) => name !== "UNKNOWN_SERVER_ERROR") ?? names.at(-1) ?? null;
}

/** The metadata names no leader, or a broker that it does not list: the partition's leader is away. */
const unknownBroker =
  /^Cannot find broker with node id|not available in the current cluster metadata|^No broker has the id/;

/** What an error says itself about the broker's answer. */
function nameOf(error: Error): string | null {
  const { apiId, type, code } = error as { apiId?: unknown; type?: unknown; code?: unknown };
  // @platformatic/kafka's, and its own words for an answer of the metadata.
  if (typeof apiId === "string") return apiId;
  if (/^Unknown topic /.test(error.message)) return "UNKNOWN_TOPIC_OR_PARTITION";
  if (unknownBroker.test(error.message)) return "LEADER_NOT_AVAILABLE";
  // An error that is newer than this client, which looks it up in vain.
  if (error instanceof TypeError && /protocolErrors/.test(error.message))
    return "an error that this server does not know";
  // KafkaJS's errors: Kafka's numbers with older names.
  if (error.name === "KafkaJSGroupCoordinatorNotFound") return "COORDINATOR_NOT_AVAILABLE";
  if (/group must have no running instances/.test(error.message)) return "NON_EMPTY_GROUP";
  if (typeof type !== "string" || typeof code !== "number") return null;
  return protocolErrorsCodesById[code] ?? error.message;
}

/** An error, its causes and its parts, the outermost first. */
function errorsIn(error: unknown, depth = 0): Error[] {
  if (!(error instanceof Error) || depth > 8) return [];
  const { errors, groups, partitions } = error as {
    errors?: unknown[];
    groups?: { error?: unknown }[];
    partitions?: { error?: unknown }[];
  };
  const parts = [
    ...(errors ?? []),
    ...[...(groups ?? []), ...(partitions ?? [])].map((part) => part.error),
    error.cause,
  ];
  return [error, ...parts.flatMap((part) => errorsIn(part, depth + 1))];
}

function connectionFaultOf(error: unknown): ConnectionFault | undefined {
  const parts = errorsIn(error).map(({ name, message, code }: Error & { code?: unknown }) => ({
    codes: [name, code],
    message,
  }));
  return connectionFaults.find((fault) =>
    parts.some(
      ({ codes, message }) =>
        codes.some((code) => fault.codes.includes(code as string)) || fault.message?.test(message),
    ),
  );
}
