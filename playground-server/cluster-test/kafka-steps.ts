import {
  Connection,
  describeConfigsV4,
  findCoordinatorV4,
  metadataV12,
  protocolErrorsCodesById,
} from "@platformatic/kafka";
import { auditTopic } from "../../engine/labs/retention-and-compaction/audit-topic.ts";
import type { ClusterTestBody } from "../../engine/protocol/cluster-test-types.ts";
import { whatItSpeaks } from "../../services/kafka/reach-problem.ts";
import { StepTimeout, testTimeouts, tlsOptions } from "./connect-target.ts";
import { advice, type Finding, failed, say, skipped, works } from "./findings.ts";
import { codeOf, dnsStep, tcpStep } from "./network-steps.ts";
import { readTarget, type Target, type TargetPolicy, writeTarget } from "./target-policy.ts";

/** Brokers of the cluster that are tried; a large cluster has hundreds. */
const mostBrokers = 6;
const topicResource = 2;
/** Bits of what a user may do, by their place. */
const operations = { read: 3, write: 4 } as const;

type Metadata = metadataV12.MetadataResponse;

/** The steps that speak Kafka, over one connection to the one address that was looked at. */
export class KafkaSteps {
  readonly #ip: string;
  readonly #target: Target;
  readonly #body: ClusterTestBody;
  readonly #policy: TargetPolicy;
  readonly #connection: Connection;
  #metadata: Metadata | null = null;

  constructor(ip: string, target: Target, body: ClusterTestBody, policy: TargetPolicy) {
    this.#ip = ip;
    this.#target = target;
    this.#body = body;
    this.#policy = policy;
    const { tls, ca, sasl } = body;
    this.#connection = new Connection("offset-zero-cluster-test", {
      connectTimeout: testTimeouts.handshakeMs,
      requestTimeout: testTimeouts.requestMs,
      ...(tls && { tls: tlsOptions(target, ca) }),
      ...(sasl && { sasl }),
    });
    // Failures reach the caller; without a listener Node would also end the process.
    this.#connection.on("error", () => {});
  }

  /** Logs in, and asks a first question: a broker that expects a login closes the connection at it. */
  async login(): Promise<Finding> {
    const { sasl, topic } = this.#body;
    try {
      await this.#connection.connect(this.#ip, this.#target.port);
      this.#metadata = await metadataV12.api
        .async(this.#connection, topic === undefined ? [] : [topic], false, true)
        .catch(answerOf<Metadata>);
    } catch (error) {
      return failed(await this.#whyNoLogin(error));
    }
    if (!sasl) return works(say("test-login-none"));
    return works(say("test-login-works", { username: sasl.username, mechanism: sasl.mechanism }));
  }

  async #whyNoLogin(error: unknown) {
    const { tls, sasl } = this.#body;
    const names = namesIn(error);
    if (names.includes("UNSUPPORTED_SASL_MECHANISM")) {
      const offered = mechanismsIn(error).join(", ") || "others";
      return say("test-login-mechanism", { mechanism: sasl?.mechanism ?? "", offered });
    }
    if (names.includes("SASL_AUTHENTICATION_FAILED") || codeOf(error) === "PLT_KFK_AUTHENTICATION")
      return say("test-login-wrong");
    if (names.includes("ILLEGAL_SASL_STATE")) return say("test-login-not-expected");
    if (!tls && (await whatItSpeaks(writeTarget({ host: this.#ip, port: this.#target.port }))) === "tls")
      return say("test-login-needs-tls");
    if (error instanceof StepTimeout || /timed out/i.test(String(error))) return say("test-login-late");
    if (names.length > 0) return say("test-login-failed", { why: names.join(", ") });
    if (sasl) return say("test-login-no-kafka");
    return say("test-login-expected");
  }

  /** Whether the addresses that the cluster gives to clients can be reached. */
  async brokers(): Promise<Finding> {
    const brokers = (this.#metadata?.brokers ?? []).slice(0, mostBrokers);
    const refused: string[] = [];
    for (const { host, port } of brokers) {
      const address = `${host.includes(":") ? `[${host}]` : host}:${port}`;
      const target = readTarget(address);
      const allowed = target && this.#policy.allows(target);
      if (!target || !allowed) {
        refused.push(address);
        continue;
      }
      const { address: ip, finding } = await dnsStep(target, allowed, this.#policy);
      const reached = finding.outcome === "failed" ? finding : await tcpStep(ip, target);
      if (reached.outcome === "failed") {
        const why =
          reached.message.sentences[0]?.code === "test-tcp-refused"
            ? "no server listens there"
            : "it cannot be reached from here";
        return failed(say("test-brokers-unreached", { address, why }));
      }
    }
    const [first] = refused;
    if (first !== undefined) return advice(say("test-brokers-refused", { address: first }));
    const addresses = brokers.map(({ host, port }) => writeTarget({ host, port })).join(", ");
    return works(say("test-brokers", { count: this.#metadata?.brokers.length ?? 0, addresses }));
  }

  /** Whether the user may read and write the topic. Nothing is read or written: Kafka says it. */
  async topic(): Promise<Finding> {
    const { topic } = this.#body;
    if (topic === undefined) return skipped(say("test-topic-none"));
    const found = this.#metadata?.topics[0];
    const error = errorName(found?.errorCode ?? 0);
    if (error === "TOPIC_AUTHORIZATION_FAILED") return failed(say("test-topic-denied", { topic }));
    if (error === "UNKNOWN_TOPIC_OR_PARTITION") return failed(say("test-topic-absent", { topic }));
    if (!found || error !== null) return failed(say("test-topic-failed", { topic, why: error ?? "nothing" }));
    const allowed = found.topicAuthorizedOperations;
    const lacking = (["read", "write"] as const).filter((name) => (allowed & (1 << operations[name])) === 0);
    if (lacking.length === 0) return works(say("test-topic-allowed", { topic, rights: "read and write" }));
    const acl = [
      ...lacking.map((name) => `--operation ${name === "read" ? "Read" : "Write"}`),
      `--topic ${topic}`,
    ].join(" ");
    const lacks = say("test-topic-lacking", { topic, rights: lacking.join(" or "), acl });
    if (lacking.length === 2) return failed(lacks);
    const has = say("test-topic-allowed", { topic, rights: lacking.includes("read") ? "write" : "read" });
    return advice(has, lacks);
  }

  async group(): Promise<Finding> {
    const { group } = this.#body;
    if (group === undefined) return skipped(say("test-group-none"));
    try {
      const answer = await findCoordinatorV4.api
        .async(this.#connection, 0, [group])
        .catch(answerOf<findCoordinatorV4.FindCoordinatorResponse>);
      const error = errorName(answer.coordinators[0]?.errorCode ?? 0);
      if (error === "GROUP_AUTHORIZATION_FAILED") return failed(say("test-group-denied", { group }));
      if (error !== null) return failed(say("test-group-failed", { group, why: error }));
      return works(say("test-group-allowed", { group }));
    } catch (error) {
      return failed(say("test-group-failed", { group, why: codeOf(error) }));
    }
  }

  /** What the topic's settings mean for the events in it. */
  async settings(): Promise<Finding> {
    const { topic } = this.#body;
    if (topic === undefined) return skipped(say("test-settings-none"));
    try {
      const answer = await describeConfigsV4.api
        .async(this.#connection, [{ resourceType: topicResource, resourceName: topic }], false, false)
        .catch(answerOf<describeConfigsV4.DescribeConfigsResponse>);
      const [result] = answer.results;
      const error = errorName(result?.errorCode ?? 0);
      if (error === "TOPIC_AUTHORIZATION_FAILED") return advice(say("test-settings-denied", { topic }));
      if (!result || error !== null) return advice(say("test-settings-failed", { why: error ?? "nothing" }));
      const partitions = this.#metadata?.topics[0]?.partitions ?? [];
      const findings = auditTopic({
        role: "events",
        partitions: partitions.length,
        replicas: partitions[0]?.replicaNodes.length ?? 0,
        settings: Object.fromEntries(result.configs.map(({ name, value }) => [name, value ?? ""])),
      });
      const bad = findings.filter(({ severity }) => severity !== "good");
      const messages = (bad.length > 0 ? bad : findings).map(({ message }) => message);
      return bad.length > 0 ? advice(...messages) : works(...messages);
    } catch (error) {
      return advice(say("test-settings-failed", { why: codeOf(error) }));
    }
  }

  async close(): Promise<void> {
    await this.#connection.close().catch(() => {});
  }
}

/** An answer with an error in it is thrown by the client; the answer hangs on what it throws. */
function answerOf<Answer>(error: unknown): Answer {
  const { response } = error as { response?: Answer };
  if (response !== undefined) return response;
  throw error;
}

/** The name of an error in an answer; null where it is none. */
function errorName(code: number): string | null {
  return code === 0 ? null : ((protocolErrorsCodesById as Record<number, string>)[code] ?? `error ${code}`);
}

/** The names of Kafka's errors in what a client threw, in what it was caused by, and so on. */
function namesIn(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const { apiId, errors = [], cause } = error as { apiId?: string; errors?: unknown[]; cause?: unknown };
  return [...(apiId === undefined ? [] : [apiId]), ...[...errors, cause].flatMap(namesIn)];
}

/** The ways to log in that a broker offers, in its answer to a way that it does not. */
function mechanismsIn(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const { response, cause } = error as { response?: { mechanisms?: string[] }; cause?: unknown };
  return response?.mechanisms ?? mechanismsIn(cause);
}
