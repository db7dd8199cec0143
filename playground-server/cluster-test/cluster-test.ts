import type {
  ClusterTestBody,
  ClusterTestMessage,
  ClusterTestStep,
} from "../../engine/protocol/cluster-test-types.ts";
import type { Finding } from "./findings.ts";
import { KafkaSteps } from "./kafka-steps.ts";
import { addressStep, dnsStep, tcpStep, tlsStep } from "./network-steps.ts";
import { readTarget, type TargetPolicy } from "./target-policy.ts";

/**
 * Connects to a cluster with a client's settings and emits what each step found, until one fails; then an end. Every
 * connection goes to an address that `policy` allows, and to the very address that was looked at: a name is resolved
 * once. Nothing of the settings is kept.
 */
export async function testCluster(
  body: ClusterTestBody,
  policy: TargetPolicy,
  emit: (message: ClusterTestMessage) => void,
  signal: AbortSignal,
): Promise<void> {
  const take = async (step: ClusterTestStep, work: () => Promise<Finding>): Promise<boolean> => {
    signal.throwIfAborted();
    const begun = performance.now();
    const { outcome, message } = await work();
    const milliseconds = Math.round(performance.now() - begun);
    emit({ kind: "cluster-test-step", step, outcome, ...message, milliseconds });
    return outcome !== "failed";
  };
  const worked = await takeSteps(body, policy, take);
  emit({ kind: "cluster-test-end", works: worked });
}

type Take = (step: ClusterTestStep, work: () => Promise<Finding>) => Promise<boolean>;

async function takeSteps(body: ClusterTestBody, policy: TargetPolicy, take: Take): Promise<boolean> {
  const target = readTarget(body.address);
  const allowed = target && policy.allows(target);
  if (!(await take("address", async () => addressStep(body.address, target, allowed)))) return false;
  if (!target || !allowed) return false;
  let address = "";
  const found = await take("dns", async () => {
    const resolved = await dnsStep(target, allowed, policy);
    address = resolved.address;
    return resolved.finding;
  });
  if (!found) return false;
  if (!(await take("tcp", () => tcpStep(address, target)))) return false;
  if (!(await take("tls", () => tlsStep(address, target, body)))) return false;
  const kafka = new KafkaSteps(address, target, body, policy);
  try {
    return (
      (await take("login", () => kafka.login())) &&
      (await take("brokers", () => kafka.brokers())) &&
      (await take("topic", () => kafka.topic())) &&
      (await take("group", () => kafka.group())) &&
      (await take("settings", () => kafka.settings()))
    );
  } finally {
    await kafka.close();
  }
}
