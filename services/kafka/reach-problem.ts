import { connect } from "node:tls";
import { Kafka, logLevel } from "kafkajs";
import type { ClientSettings } from "./client-settings.ts";

const timeoutMs = 3_000;

/** Why a cluster cannot be used. */
export interface ReachProblem {
  /** The end of a sentence, with what a person can do about it. */
  why: string;
  /** Whether only another setting of this server helps: asking again does not. */
  setting: boolean;
}

/** What a client says of a setting, and what to change. KafkaJS's own messages for some of these are misleading. */
const settingProblems: [messages: RegExp, means: string][] = [
  [/current SASL state/i, "it asks for no login: leave KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD out"],
  [/SASL .* authentication failed/i, "the user name or password is wrong"],
  [/self.signed certificate|unable to (get|verify)/i, "its certificate is not known here: set KAFKA_SSL_CA"],
  [/altnames/i, "its certificate is for another name: use a name of the certificate in KAFKA_BROKERS"],
  [/certificate has expired/i, "its certificate has expired: its operator must renew it"],
];

/** Problems that may pass without a change of settings. */
const passingProblems: [messages: RegExp, means: string][] = [
  [/ENOTFOUND|EAI_AGAIN/, "no machine has that name"],
  [/ECONNREFUSED/, "no server listens there"],
  [/timed? ?out/i, "it did not answer in time"],
  [/Closed connection|ECONNRESET|socket hang up|disconnected/i, "it closed the connection"],
];

/** Null when a cluster answers. Takes up to four seconds, and as long again to find out about TLS. */
export async function reachProblem(brokers: string[], client: ClientSettings): Promise<ReachProblem | null> {
  const admin = new Kafka({
    clientId: "offset-zero-look",
    brokers,
    ...client,
    logLevel: logLevel.NOTHING,
    connectionTimeout: timeoutMs,
    authenticationTimeout: timeoutMs,
    requestTimeout: timeoutMs,
    retry: { retries: 0 },
  }).admin();
  try {
    await admin.connect();
    await admin.describeCluster();
    return null;
  } catch (error) {
    const messages = error instanceof Error ? error : new Error(String(error));
    return (await mismatch(messages, brokers, client)) ?? describeReachProblem(messages, client);
  } finally {
    await admin.disconnect().catch(() => {});
  }
}

/**
 * If only one side uses TLS, or only one side expects a login, the client sees no more than a closed connection or a
 * failed login. So this asks the broker what it speaks.
 */
async function mismatch(
  error: Error,
  brokers: string[],
  client: ClientSettings,
): Promise<ReachProblem | null> {
  const messages = everythingSaid(error);
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|certificate|altnames/.test(messages)) return null;
  const spoken = await Promise.all(brokers.map(whatItSpeaks));
  if (spoken.includes("tls") && !client.ssl) {
    const why =
      "it speaks TLS, and this server does not: set KAFKA_SSL=true, and KAFKA_SSL_CA if your own CA signed its certificate";
    return { why, setting: true };
  }
  if (!/Closed connection|ECONNRESET|hang up|disconnected|wrong version|packet length/i.test(messages))
    return null;
  if (client.ssl && spoken.includes("plain"))
    return { why: "it does not speak TLS: leave KAFKA_SSL and KAFKA_SSL_CA out", setting: true };
  if (client.sasl || spoken.every((each) => each === "unknown")) return null;
  return {
    why: "it asks for a login: set KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD",
    setting: true,
  };
}

/** Whether a TLS handshake succeeds there, with any certificate. Unknown if nothing accepts a connection. */
export function whatItSpeaks(address: string): Promise<"tls" | "plain" | "unknown"> {
  const at = address.lastIndexOf(":");
  const host = address.slice(0, at).replace(/^\[|\]$/g, "");
  return new Promise((resolve) => {
    const socket = connect({ host, port: Number(address.slice(at + 1)), rejectUnauthorized: false });
    let answer: "plain" | "unknown" = "unknown";
    const settle = (): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.once("connect", () => {
      answer = "plain";
    });
    socket.once("secureConnect", () => {
      socket.destroy();
      resolve("tls");
    });
    socket.once("error", settle);
    socket.once("close", settle);
    socket.setTimeout(timeoutMs, settle);
  });
}

export function describeReachProblem(error: Error, { ssl, sasl }: ClientSettings = {}): ReachProblem {
  const messages = everythingSaid(error);
  if (sasl && /SASL mechanism/i.test(messages)) {
    const mechanism = sasl.mechanism.toUpperCase();
    const why = `it does not offer ${mechanism}: set KAFKA_SASL_MECHANISM to one that it offers`;
    return { why, setting: true };
  }
  if (typeof ssl === "object" && /self.signed|unable to (get|verify)/i.test(messages)) {
    const why =
      "its certificate is not signed by the CA in KAFKA_SSL_CA: name the file of the CA that signed it";
    return { why, setting: true };
  }
  const setting = settingProblems.find(([pattern]) => pattern.test(messages));
  if (setting) return { why: setting[1], setting: true };
  return {
    why: passingProblems.find(([pattern]) => pattern.test(messages))?.[1] ?? error.message,
    setting: false,
  };
}

function everythingSaid(error: Error): string {
  return `${error.message} ${error.cause instanceof Error ? error.cause.message : ""}`;
}
