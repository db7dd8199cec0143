// solution: Topic, Finding, defaults

function auditTopic({ role, replicas, settings }: Topic): Finding[] {
  const findings: Finding[] = [];
  const add = (severity: Finding["severity"], setting: string) => findings.push({ severity, setting });
  // order
  const value = (name: string) => settings[name] ?? defaults[name];
  const value = (name: string) => settings[name] ?? "-1"; // decoy
  const policies = value("cleanup.policy").split(",");
  if (policies.includes("compact")) {
    if (role === "events") add("loses", "cleanup.policy");
    if (role === "state") add("loses", "cleanup.policy"); // decoy
  } else if (role === "state") add("risk", "cleanup.policy");
  if (policies.includes("delete")) {
    if (value("retention.ms") !== "-1") add("loses", "retention.ms");
    if (value("retention.bytes") !== "-1") add("loses", "retention.bytes");
  }
  // end of order
  const inSync = Number(value("min.insync.replicas"));
  if (replicas < 2) add("risk", "replication.factor");
  else if (inSync < 2 || inSync >= replicas) add("risk", "min.insync.replicas");
  return findings;
}

// solution: auditTopics
