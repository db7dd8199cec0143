type Topic = TopicDescribed["data"];
type Finding = { severity: "loses" | "risk"; setting: string };

// What Kafka does where a topic does not set it. All values are texts.
const defaults: Record<string, string> = {
  "cleanup.policy": "delete",
  "retention.ms": "604800000", // seven days
  "retention.bytes": "-1",
  "min.insync.replicas": "1",
};

// Will this topic lose facts? "loses": by its own settings. "risk": when something else goes wrong.
function auditTopic({ role, replicas, settings }: Topic): Finding[] {
  const findings: Finding[] = [];
  // starter: // 1. Does this topic compact? Does it delete? For which role is that a problem?
  // starter: if (settings["retention.ms"]) findings.push({ severity: "loses", setting: "retention.ms" });
  // starter: // 2. retention.bytes
  // starter: // 3. replicas and min.insync.replicas
  // starter: return findings;
  const value = (name: string) => settings[name] ?? defaults[name];
  const policies = value("cleanup.policy").split(",");

  if (policies.includes("compact")) {
    if (role === "events") findings.push({ severity: "loses", setting: "cleanup.policy" });
  } else if (role === "state") findings.push({ severity: "risk", setting: "cleanup.policy" });

  for (const name of ["retention.ms", "retention.bytes"])
    if (policies.includes("delete") && value(name) !== "-1")
      findings.push({ severity: "loses", setting: name });

  const inSync = Number(value("min.insync.replicas"));
  if (replicas < 2) findings.push({ severity: "risk", setting: "replication.factor" });
  else if (inSync < 2 || inSync >= replicas)
    findings.push({ severity: "risk", setting: "min.insync.replicas" });
  return findings;
  // end starter
}

// Given: audits every topic of the log.
export function auditTopics(events: TopicDescribed[]) {
  return events
    .filter((event) => event.type === "TopicDescribed")
    .map(({ data }) => ({ topic: data.topic, findings: auditTopic(data) }));
}
