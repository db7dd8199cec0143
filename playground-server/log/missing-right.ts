import { Refusal, refusalDetail } from "../errors.ts";
import { answerOf } from "./kafka-errors.ts";

export type AclOperation =
  | "Read"
  | "Write"
  | "Create"
  | "Delete"
  | "Alter"
  | "Describe"
  | "DescribeConfigs"
  | "AlterConfigs";

/** What an ACL is about, as Kafka's tool calls it. */
export type AclResource = "topic" | "group" | "transactional-id";

/** How Kafka denies what takes a right; a user who may write to no topic at all gets an error of the cluster. */
const denials: Record<AclResource, readonly string[]> = {
  topic: ["TOPIC_AUTHORIZATION_FAILED", "CLUSTER_AUTHORIZATION_FAILED"],
  group: ["GROUP_AUTHORIZATION_FAILED"],
  // KafkaJS hides that it may not see who coordinates the id. It has looked long enough for one that is only late.
  "transactional-id": ["TRANSACTIONAL_ID_AUTHORIZATION_FAILED", "COORDINATOR_NOT_AVAILABLE"],
};

/** Kafka denied something because an ACL is missing. The message names the ACL. */
export class MissingRight extends Refusal {
  constructor(operation: AclOperation, resource: AclResource, name: string, cause: unknown) {
    const detail = refusalDetail("acl-missing", { operation, resource, name });
    super("log-refused", detail, { cause, next: refusalDetail("print-acls") });
  }
}

/**
 * Waits for work that takes a right on a topic, a consumer group or a transactional id, given by its name with the
 * prefix. Where Kafka denies it, throws a `MissingRight`.
 */
export async function explainMissingRight<T>(
  operation: AclOperation,
  resource: AclResource,
  name: string,
  work: Promise<T>,
): Promise<T> {
  try {
    return await work;
  } catch (error) {
    // An inner step has named its own right already.
    if (error instanceof MissingRight) throw error;
    if (!denials[resource].includes(answerOf(error) ?? "")) throw error;
    throw new MissingRight(operation, resource, name, error);
  }
}
