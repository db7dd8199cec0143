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

/** Kafka denied something because an ACL is missing. The message names the ACL. */
export class MissingRight extends Refusal {
  constructor(operation: AclOperation, resource: "topic" | "group", name: string, cause: unknown) {
    const detail = refusalDetail("acl-missing", { operation, resource, name });
    super("log-refused", detail, { cause, next: refusalDetail("print-acls") });
  }
}

/**
 * Waits for work that takes a right on a topic or a consumer group, given by its name with the prefix. Where Kafka
 * denies it, throws a `MissingRight`.
 */
export async function explainMissingRight<T>(
  operation: AclOperation,
  resource: "topic" | "group",
  name: string,
  work: Promise<T>,
): Promise<T> {
  try {
    return await work;
  } catch (error) {
    // An inner step has named its own right already.
    if (error instanceof MissingRight) throw error;
    // Kafka denies a user who may write to no topic at all with an error of the cluster.
    const denials =
      resource === "group"
        ? ["GROUP_AUTHORIZATION_FAILED"]
        : ["TOPIC_AUTHORIZATION_FAILED", "CLUSTER_AUTHORIZATION_FAILED"];
    if (!denials.includes(answerOf(error) ?? "")) throw error;
    throw new MissingRight(operation, resource, name, error);
  }
}
