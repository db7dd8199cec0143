import type { AclOperation, AclResource } from "./missing-right.ts";
import { topicUseTopic } from "./topic-last-use.ts";
import { coursePrefix, ownPrefix } from "./topic-names.ts";

/** Something at a Kafka cluster on which a user has rights, and what this server does with it. */
export interface NeededAcl {
  resource: AclResource | "cluster";
  /** The name at the cluster, with the prefix; empty for the cluster itself. */
  name: string;
  /** Whether the name is only how names begin. */
  prefixed: boolean;
  operations: AclOperation[];
  purpose: string;
}

/**
 * All rights that this server needs at a cluster, and no others. Kafka takes `Describe` as given with most of them,
 * and `DescribeConfigs` with `AlterConfigs`.
 */
export function neededAcls(topicPrefix: string): NeededAcl[] {
  return [
    {
      resource: "topic",
      name: topicPrefix + coursePrefix,
      prefixed: true,
      operations: ["Read", "Write", "Create", "DescribeConfigs"],
      purpose: "the course's logs; Write and Create for --seed and for packs only",
    },
    {
      resource: "topic",
      name: topicPrefix + ownPrefix,
      prefixed: true,
      operations: ["Read", "Write", "Create", "Delete", "Alter", "AlterConfigs"],
      purpose: "the learners' own topics",
    },
    {
      resource: "topic",
      name: topicPrefix + topicUseTopic,
      prefixed: false,
      operations: ["Read", "Write", "Create"],
      purpose: "when each learner's topic was last used",
    },
    {
      resource: "group",
      name: topicPrefix + ownPrefix,
      prefixed: true,
      operations: ["Read", "Delete"],
      purpose: "the learners' consumer groups",
    },
    {
      resource: "transactional-id",
      name: topicPrefix + ownPrefix,
      prefixed: true,
      operations: ["Write"],
      purpose: "transactions of the lab about two writers",
    },
    {
      resource: "cluster",
      name: "",
      prefixed: false,
      operations: ["Describe"],
      purpose: "how many bytes the learners' topics take",
    },
  ];
}

/** The commands of Kafka's own tool that give a user these rights, with a comment before each. */
export function aclCommands(user: string, topicPrefix: string, brokers: string[]): string[] {
  return neededAcls(topicPrefix).flatMap(({ resource, name, prefixed, operations, purpose }) => {
    const words = [
      "kafka-acls",
      "--bootstrap-server",
      brokers.join(","),
      "--command-config",
      "admin.properties",
      "--add",
      "--allow-principal",
      `User:${user}`,
      ...operations.flatMap((operation) => ["--operation", operation]),
      ...(resource === "cluster" ? ["--cluster"] : [`--${resource}`, name]),
      ...(prefixed ? ["--resource-pattern-type", "prefixed"] : []),
    ];
    return [`# ${purpose}`, words.map(quoted).join(" ")];
  });
}

/** A word as a shell takes it for one. */
function quoted(word: string): string {
  return /^[\w.,:@/+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
