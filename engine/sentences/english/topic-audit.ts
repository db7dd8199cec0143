const times = [
  { unit: "day", seconds: 86_400 },
  { unit: "hour", seconds: 3_600 },
  { unit: "minute", seconds: 60 },
] as const;

/** A time in the largest unit of which it is a whole number. */
function duration(seconds: number): string {
  const found = times.find((each) => seconds >= each.seconds && seconds % each.seconds === 0);
  const count = found ? seconds / found.seconds : seconds;
  return `${count} ${found?.unit ?? "second"}${count === 1 ? "" : "s"}`;
}

/** What the settings of a topic mean for the facts in it. */
export const topicAuditSentences = {
  "audit-compacts-events":
    "Compaction keeps only the newest record of each key, so older events of an entity vanish and a fold over the rest is wrong. Set cleanup.policy=delete for events.",
  "audit-compacts-state":
    "Compaction keeps the newest record of each key. That is all that a topic of whole states needs.",
  "audit-tombstones": ({ seconds }: { seconds: number }) =>
    `A tombstone stays for at least ${duration(seconds)} after its first cleaning. A reader that pauses for longer never learns of the deletion.`,
  "audit-state-not-compacted":
    "Old states are never replaced, so the topic grows and a new reader reads all of them. Set cleanup.policy=compact for states.",
  "audit-retention-ms": ({ seconds }: { seconds: number }) =>
    `Records older than ${duration(seconds)} are deleted. Set retention.ms=-1 to keep them.`,
  "audit-retention-ms-default": ({ seconds }: { seconds: number }) =>
    `Nobody named retention.ms, so Kafka's default holds: records older than ${duration(seconds)} are deleted. Set retention.ms=-1 to keep them.`,
  "audit-retention-ms-unlimited": "No record is deleted for its age.",
  "audit-retention-bytes": ({ bytes }: { bytes: number }) =>
    `When a partition holds more than ${bytes} bytes, its oldest segments are deleted. Set retention.bytes=-1 to keep them.`,
  "audit-retention-bytes-unlimited": "No record is deleted because the topic is large.",
  "audit-one-replica":
    "There is one replica. When its disk is lost, all facts are lost. On a cluster use three replicas.",
  "audit-no-spare-replica": ({ inSync, replicas }: { inSync: number; replicas: number }) =>
    `All ${replicas} replicas must be in sync (min.insync.replicas=${inSync}), so one broker that stops makes the topic refuse every write. Set it to ${replicas - 1}.`,
  "audit-one-in-sync": ({ replicas }: { replicas: number }) =>
    `Of ${replicas} replicas one is enough to confirm a write, even under acks=all. If that broker's disk is lost, the write is lost. Set min.insync.replicas=2.`,
  "audit-replicas": ({ inSync, replicas }: { inSync: number; replicas: number }) =>
    `A write under acks=all is confirmed when ${inSync} of ${replicas} replicas have it.`,
  "audit-unclean-election":
    "A replica that has not all records may become the leader; the records that it lacks are then lost. Set unclean.leader.election.enable=false.",
};
