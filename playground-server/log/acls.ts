import kafkajs, { type Admin } from "kafkajs";
import { answerOf } from "./kafka-errors.ts";

const { AclOperationTypes, AclPermissionTypes, AclResourceTypes, ResourcePatternTypes } = kafkajs;

/** Who may do what with a topic, in the words of Kafka's tools. `name` is without the prefix. */
export interface TopicAcl {
  resourceType: string;
  name: string;
  patternType: string;
  principal: string;
  host: string;
  operation: string;
  permissionType: string;
}

/** The ACLs of topics; null where the cluster checks none. */
export async function topicAcls(admin: Admin, topicPrefix: string): Promise<TopicAcl[] | null> {
  const found = await admin
    .describeAcls({
      resourceType: AclResourceTypes.TOPIC,
      resourcePatternType: ResourcePatternTypes.ANY,
      operation: AclOperationTypes.ANY,
      permissionType: AclPermissionTypes.ANY,
    })
    .catch((error: unknown) => {
      if (answerOf(error) === "SECURITY_DISABLED") return null;
      throw error;
    });
  return (
    found?.resources.flatMap(({ resourceName, resourcePatternType, acls }) =>
      acls.map(({ principal, host, operation, permissionType }) => ({
        resourceType: "TOPIC",
        name: resourceName.startsWith(topicPrefix) ? resourceName.slice(topicPrefix.length) : resourceName,
        patternType: nameIn(ResourcePatternTypes, resourcePatternType),
        principal,
        host,
        operation: nameIn(AclOperationTypes, operation),
        permissionType: nameIn(AclPermissionTypes, permissionType),
      })),
    ) ?? null
  );
}

function nameIn(names: Record<string, unknown>, value: unknown): string {
  return Object.entries(names).find(([, each]) => each === value)?.[0] ?? "UNKNOWN";
}

/** Whether an ACL speaks of this topic. */
export function coversTopic({ name, patternType }: TopicAcl, topic: string): boolean {
  return patternType === "PREFIXED" ? topic.startsWith(name) : name === "*" || name === topic;
}
