import type { AuditedTopic } from "../../../engine/labs/retention-and-compaction/events.ts";
import type { Role } from "../../../engine/labs/retention-and-compaction/facts.ts";
import { withoutLearner } from "../../../engine/protocol/learner-topics.ts";
import { Refusal } from "../../errors.ts";
import type { Log } from "../../log/open-log.ts";

/** The settings that an audit asks about. */
const asked = [
  "cleanup.policy",
  "retention.ms",
  "retention.bytes",
  "segment.ms",
  "segment.bytes",
  "delete.retention.ms",
  "min.cleanable.dirty.ratio",
  "min.insync.replicas",
  "unclean.leader.election.enable",
];

/** What the broker says of a topic that the learner may read. Throws `topic-unknown`. */
export async function auditedTopic(log: Log, topic: string, role: Role): Promise<AuditedTopic> {
  const [settings, described] = await Promise.all([log.topics.settings(topic), log.topics.describe(topic)]);
  if (!settings || !described) throw new Refusal("topic-unknown");
  return {
    topic: withoutLearner(topic),
    role,
    partitions: described.partitions.length,
    replicas: described.partitions[0]?.replicas.length ?? 0,
    settings: Object.fromEntries(
      asked.flatMap((name) => {
        const setting = settings.get(name);
        return setting ? [[name, setting.value]] : [];
      }),
    ),
  };
}
