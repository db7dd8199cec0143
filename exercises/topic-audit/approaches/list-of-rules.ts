// Lists every rule with its condition, and keeps those that hold.
// solution: Topic, Finding, defaults, auditTopics

function auditTopic({ role, replicas, settings }: Topic): Finding[] {
  const all = { ...defaults, ...settings };
  const has = (policy: string) => all["cleanup.policy"].split(",").includes(policy);
  const inSync = Number(all["min.insync.replicas"]);
  const spare = inSync >= 2 && inSync < replicas;
  const rules: [boolean, Finding["severity"], string][] = [
    [has("compact") && role === "events", "loses", "cleanup.policy"],
    [!has("compact") && role === "state", "risk", "cleanup.policy"],
    [has("delete") && Number(all["retention.ms"]) >= 0, "loses", "retention.ms"],
    [has("delete") && Number(all["retention.bytes"]) >= 0, "loses", "retention.bytes"],
    [replicas === 1, "risk", "replication.factor"],
    [replicas > 1 && !spare, "risk", "min.insync.replicas"],
  ];
  return rules.filter(([holds]) => holds).map(([, severity, setting]) => ({ severity, setting }));
}
