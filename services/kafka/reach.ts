import { Kafka, logLevel } from "kafkajs";
import type { ClientSettings } from "./client-settings.ts";

/** What a client says, and what a person can do about it. KafkaJS's own words lead astray for some of these. */
const WORDS: [said: RegExp, means: string][] = [
  [/SASL .* authentication failed/i, "the user name or password is wrong"],
  [/self.signed certificate|unable to (get|verify)/i, "its certificate is not known here: set KAFKA_SSL_CA"],
  [/Closed connection|ECONNRESET|socket hang up/i, "it hung up: does it want TLS (KAFKA_SSL) or SASL?"],
  [/wrong version number|packet length too long/i, "it does not speak TLS: leave KAFKA_SSL out"],
  [/ENOTFOUND|EAI_AGAIN/, "no machine of that name was found"],
  [/ECONNREFUSED/, "nobody listens there"],
  [/timed? ?out/i, "it did not answer in time"],
];

/** Null when a cluster answers, else why it does not, as the end of a sentence. Takes up to four seconds. */
export async function reachProblem(brokers: string[], client: ClientSettings): Promise<string | null> {
  const admin = new Kafka({
    clientId: "offset-zero-look",
    brokers,
    ...client,
    logLevel: logLevel.NOTHING,
    connectionTimeout: 3_000,
    authenticationTimeout: 3_000,
    requestTimeout: 3_000,
    retry: { retries: 0 },
  }).admin();
  try {
    await admin.connect();
    await admin.describeCluster();
    return null;
  } catch (error) {
    return inWords(error instanceof Error ? error : new Error(String(error)));
  } finally {
    await admin.disconnect().catch(() => {});
  }
}

export function inWords(error: Error): string {
  const said = `${error.message} ${error.cause instanceof Error ? error.cause.message : ""}`;
  return WORDS.find(([pattern]) => pattern.test(said))?.[1] ?? error.message;
}
