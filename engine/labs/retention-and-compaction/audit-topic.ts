import { topicAuditSentences } from "../../sentences/english/topic-audit.ts";
import { type Message, sentencesFrom } from "../../sentences/message.ts";
import type { AuditedTopic } from "./events.ts";

/** `loses`: facts vanish by these settings. `risk`: they vanish when something else happens. `good`: they are kept. */
export type Severity = "loses" | "risk" | "good";

export interface Finding {
  severity: Severity;
  /** The setting that it is about. */
  setting: string;
  message: Message;
}

const say = sentencesFrom(topicAuditSentences);

/** Kafka's own defaults, for a setting that nobody named. */
const defaults: Record<string, string> = {
  "cleanup.policy": "delete",
  "retention.ms": "604800000",
  "retention.bytes": "-1",
  "delete.retention.ms": "86400000",
  "min.insync.replicas": "1",
  "unclean.leader.election.enable": "false",
};

/** Whether a topic with these settings will lose facts, the worst first. What a setting means depends on the topic's role. */
export function auditTopic({ settings, role, replicas }: Omit<AuditedTopic, "topic">): Finding[] {
  const setting = (name: string) => settings[name] ?? defaults[name] ?? "";
  const policies = setting("cleanup.policy")
    .split(",")
    .map((policy) => policy.trim());
  const findings: Finding[] = [];
  const add = (severity: Severity, name: string, message: Message) =>
    findings.push({ severity, setting: name, message });

  if (policies.includes("compact")) {
    if (role === "events") add("loses", "cleanup.policy", say("audit-compacts-events"));
    else add("good", "cleanup.policy", say("audit-compacts-state"));
    const seconds = Math.round(Number(setting("delete.retention.ms")) / 1_000);
    add("risk", "delete.retention.ms", say("audit-tombstones", { seconds }));
  } else if (role === "state") add("risk", "cleanup.policy", say("audit-state-not-compacted"));

  if (policies.includes("delete")) {
    const ms = Number(setting("retention.ms"));
    const bytes = Number(setting("retention.bytes"));
    if (ms >= 0) {
      const code = "retention.ms" in settings ? "audit-retention-ms" : "audit-retention-ms-default";
      add("loses", "retention.ms", say(code, { seconds: Math.round(ms / 1_000) }));
    } else add("good", "retention.ms", say("audit-retention-ms-unlimited"));
    if (bytes >= 0) add("loses", "retention.bytes", say("audit-retention-bytes", { bytes }));
    else add("good", "retention.bytes", say("audit-retention-bytes-unlimited"));
  }

  const inSync = Number(setting("min.insync.replicas"));
  if (replicas < 2) add("risk", "replication.factor", say("audit-one-replica"));
  else if (inSync >= replicas)
    add("risk", "min.insync.replicas", say("audit-no-spare-replica", { inSync, replicas }));
  else if (inSync < 2) add("risk", "min.insync.replicas", say("audit-one-in-sync", { replicas }));
  else add("good", "min.insync.replicas", say("audit-replicas", { inSync, replicas }));
  if (setting("unclean.leader.election.enable") === "true")
    add("risk", "unclean.leader.election.enable", say("audit-unclean-election"));

  const order: Severity[] = ["loses", "risk", "good"];
  return findings.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}
