import type { kafkaSentences } from "../../engine/sentences/english/kafka.ts";
import type { PlainCode } from "../../engine/sentences/message.ts";
import type { ErrorCode } from "../errors.ts";

export type KafkaSentence = PlainCode<typeof kafkaSentences>;

/** What an error of Kafka's protocol means to a person. */
export interface KafkaErrorRow {
  /** Our code. */
  code: ErrorCode;
  /** The sentence that says what happened. */
  says: KafkaSentence;
  /** What to do next, where the code's own advice does not fit. */
  next?: KafkaSentence;
  /** The connection is at fault, so that the next request needs a new one. All other answers came over one that works. */
  connection?: true;
}

/**
 * Every error of Kafka's protocol that can reach a person, under the name that Apache Kafka gives it
 * (`org.apache.kafka.common.protocol.Errors`). Errors that only brokers and controllers tell one another are absent.
 */
export const kafkaErrors = {
  UNKNOWN_SERVER_ERROR: {
    code: "log-refused",
    says: "kafka-unknown-server-error",
    next: "kafka-unknown-server-error-advice",
  },
  OFFSET_OUT_OF_RANGE: {
    code: "log-trimmed",
    says: "kafka-offset-out-of-range",
  },
  CORRUPT_MESSAGE: {
    code: "log-refused",
    says: "kafka-corrupt-message",
    next: "kafka-corrupt-message-advice",
  },
  UNKNOWN_TOPIC_OR_PARTITION: {
    code: "topic-unknown",
    says: "kafka-unknown-topic-or-partition",
  },
  LEADER_NOT_AVAILABLE: {
    code: "log-unavailable",
    says: "kafka-leader-not-available",
  },
  NOT_LEADER_OR_FOLLOWER: {
    code: "log-unavailable",
    says: "kafka-not-leader-or-follower",
  },
  REQUEST_TIMED_OUT: {
    code: "log-unavailable",
    says: "kafka-request-timed-out",
  },
  BROKER_NOT_AVAILABLE: {
    code: "log-unavailable",
    says: "kafka-broker-not-available",
  },
  REPLICA_NOT_AVAILABLE: {
    code: "log-unavailable",
    says: "kafka-replica-not-available",
  },
  MESSAGE_TOO_LARGE: {
    code: "event-too-large",
    says: "kafka-message-too-large",
  },
  NETWORK_EXCEPTION: {
    code: "log-unavailable",
    says: "kafka-network-exception",
    connection: true,
  },
  COORDINATOR_LOAD_IN_PROGRESS: {
    code: "log-unavailable",
    says: "kafka-coordinator-load-in-progress",
  },
  COORDINATOR_NOT_AVAILABLE: {
    code: "log-unavailable",
    says: "kafka-coordinator-not-available",
  },
  NOT_COORDINATOR: {
    code: "log-unavailable",
    says: "kafka-not-coordinator",
  },
  INVALID_TOPIC_EXCEPTION: {
    code: "topic-name-invalid",
    says: "kafka-invalid-topic-exception",
  },
  RECORD_LIST_TOO_LARGE: {
    code: "event-too-large",
    says: "kafka-record-list-too-large",
  },
  NOT_ENOUGH_REPLICAS: {
    code: "log-unavailable",
    says: "kafka-not-enough-replicas",
  },
  NOT_ENOUGH_REPLICAS_AFTER_APPEND: {
    code: "append-unconfirmed",
    says: "kafka-not-enough-replicas-after-append",
  },
  ILLEGAL_GENERATION: {
    code: "log-unavailable",
    says: "kafka-illegal-generation",
    next: "kafka-illegal-generation-advice",
  },
  INCONSISTENT_GROUP_PROTOCOL: {
    code: "log-refused",
    says: "kafka-inconsistent-group-protocol",
    next: "kafka-inconsistent-group-protocol-advice",
  },
  INVALID_GROUP_ID: {
    code: "log-refused",
    says: "kafka-invalid-group-id",
    next: "kafka-invalid-group-id-advice",
  },
  UNKNOWN_MEMBER_ID: {
    code: "log-unavailable",
    says: "kafka-unknown-member-id",
    next: "kafka-illegal-generation-advice",
  },
  INVALID_SESSION_TIMEOUT: {
    code: "log-refused",
    says: "kafka-invalid-session-timeout",
    next: "kafka-invalid-session-timeout-advice",
  },
  REBALANCE_IN_PROGRESS: {
    code: "log-unavailable",
    says: "kafka-rebalance-in-progress",
  },
  TOPIC_AUTHORIZATION_FAILED: {
    code: "log-refused",
    says: "kafka-topic-authorization-failed",
    next: "allow-with-acl",
  },
  GROUP_AUTHORIZATION_FAILED: {
    code: "log-refused",
    says: "kafka-group-authorization-failed",
    next: "allow-with-acl",
  },
  CLUSTER_AUTHORIZATION_FAILED: {
    code: "log-refused",
    says: "kafka-cluster-authorization-failed",
    next: "allow-with-acl",
  },
  INVALID_TIMESTAMP: {
    code: "log-refused",
    says: "kafka-invalid-timestamp",
    next: "kafka-invalid-timestamp-advice",
  },
  UNSUPPORTED_SASL_MECHANISM: {
    code: "log-refused",
    says: "kafka-unsupported-sasl-mechanism",
    next: "kafka-unsupported-sasl-mechanism-advice",
    connection: true,
  },
  ILLEGAL_SASL_STATE: {
    code: "log-unavailable",
    says: "kafka-illegal-sasl-state",
    connection: true,
  },
  UNSUPPORTED_VERSION: {
    code: "log-refused",
    says: "kafka-unsupported-version",
    next: "kafka-unsupported-version-advice",
  },
  TOPIC_ALREADY_EXISTS: {
    code: "log-refused",
    says: "kafka-topic-already-exists",
    next: "kafka-topic-already-exists-advice",
  },
  INVALID_PARTITIONS: {
    code: "log-refused",
    says: "kafka-invalid-partitions",
    next: "kafka-invalid-partitions-advice",
  },
  INVALID_REPLICATION_FACTOR: {
    code: "log-refused",
    says: "kafka-invalid-replication-factor",
    next: "kafka-invalid-replication-factor-advice",
  },
  INVALID_CONFIG: {
    code: "log-refused",
    says: "kafka-invalid-config",
    next: "kafka-invalid-config-advice",
  },
  NOT_CONTROLLER: {
    code: "log-unavailable",
    says: "kafka-not-controller",
  },
  INVALID_REQUEST: {
    code: "log-refused",
    says: "kafka-invalid-request",
    next: "kafka-invalid-request-advice",
  },
  POLICY_VIOLATION: {
    code: "log-refused",
    says: "kafka-policy-violation",
    next: "kafka-policy-violation-advice",
  },
  OUT_OF_ORDER_SEQUENCE_NUMBER: {
    code: "log-unavailable",
    says: "kafka-out-of-order-sequence-number",
    next: "new-sequence",
  },
  DUPLICATE_SEQUENCE_NUMBER: {
    code: "append-unconfirmed",
    says: "kafka-duplicate-sequence-number",
  },
  INVALID_PRODUCER_EPOCH: {
    code: "log-unavailable",
    says: "kafka-invalid-producer-epoch",
    next: "new-sequence",
  },
  KAFKA_STORAGE_ERROR: {
    code: "log-unavailable",
    says: "kafka-kafka-storage-error",
    next: "kafka-kafka-storage-error-advice",
  },
  SASL_AUTHENTICATION_FAILED: {
    code: "log-refused",
    says: "kafka-sasl-authentication-failed",
    next: "kafka-sasl-authentication-failed-advice",
    connection: true,
  },
  UNKNOWN_PRODUCER_ID: {
    code: "log-unavailable",
    says: "kafka-unknown-producer-id",
    next: "new-sequence",
  },
  NON_EMPTY_GROUP: {
    code: "log-refused",
    says: "kafka-non-empty-group",
    next: "kafka-non-empty-group-advice",
  },
  GROUP_ID_NOT_FOUND: {
    code: "log-refused",
    says: "kafka-group-id-not-found",
    next: "kafka-group-id-not-found-advice",
  },
  FETCH_SESSION_ID_NOT_FOUND: {
    code: "log-unavailable",
    says: "kafka-fetch-session-id-not-found",
  },
  INVALID_FETCH_SESSION_EPOCH: {
    code: "log-unavailable",
    says: "kafka-invalid-fetch-session-epoch",
  },
  LISTENER_NOT_FOUND: {
    code: "log-unavailable",
    says: "kafka-listener-not-found",
    next: "kafka-listener-not-found-advice",
  },
  TOPIC_DELETION_DISABLED: {
    code: "log-refused",
    says: "kafka-topic-deletion-disabled",
    next: "kafka-topic-deletion-disabled-advice",
  },
  FENCED_LEADER_EPOCH: {
    code: "log-unavailable",
    says: "kafka-fenced-leader-epoch",
  },
  UNKNOWN_LEADER_EPOCH: {
    code: "log-unavailable",
    says: "kafka-unknown-leader-epoch",
  },
  OFFSET_NOT_AVAILABLE: {
    code: "log-unavailable",
    says: "kafka-offset-not-available",
  },
  GROUP_MAX_SIZE_REACHED: {
    code: "log-refused",
    says: "kafka-group-max-size-reached",
    next: "kafka-group-max-size-reached-advice",
  },
  INVALID_RECORD: {
    code: "log-refused",
    says: "kafka-invalid-record",
    next: "kafka-invalid-record-advice",
  },
  THROTTLING_QUOTA_EXCEEDED: {
    code: "log-unavailable",
    says: "kafka-throttling-quota-exceeded",
  },
  PRODUCER_FENCED: {
    code: "log-unavailable",
    says: "kafka-producer-fenced",
    next: "new-sequence",
  },
  UNKNOWN_TOPIC_ID: {
    code: "topic-unknown",
    says: "kafka-unknown-topic-id",
  },
  INCONSISTENT_TOPIC_ID: {
    code: "topic-unknown",
    says: "kafka-inconsistent-topic-id",
  },
} as const satisfies Record<string, KafkaErrorRow>;
