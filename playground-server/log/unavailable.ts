import { Refusal } from "../errors.ts";

/** What clients say when Kafka cannot be reached or will not answer, and what it means. First match wins. */
const meanings: [RegExp, string][] = [
  [
    /Not authorized to access topics|TOPIC_AUTHORIZATION_FAILED/i,
    "Kafka does not let this server use that topic.",
  ],
  [/CLUSTER_AUTHORIZATION_FAILED|Not authorized/i, "Kafka does not let this server do that at this cluster."],
  [
    /SASL|AUTHENTICATION/i,
    "Kafka did not accept this server's user name and password (KAFKA_SASL_USERNAME, KAFKA_SASL_PASSWORD).",
  ],
  [
    /self-signed certificate|unable to get (local )?issuer|UNABLE_TO_VERIFY/i,
    "The certificate of the Kafka cluster is signed by an authority this server does not know (KAFKA_SSL_CA).",
  ],
  [
    /Closed connection|ECONNRESET/i,
    "The Kafka broker closed the connection: it stopped, or it expects TLS or a login.",
  ],
  [/ENOTFOUND|EAI_AGAIN/i, "The name of the Kafka broker is not known on this network."],
  [/NOT_ENOUGH_REPLICAS/i, "Kafka has too few replicas of the log in sync to accept the event."],
];

const refusedByKafka = /authoriz|SASL|AUTHENTICATION|certificate|issuer/i;

/** Any error of a Kafka client as a refusal in plain words; a refusal stays what it is. */
export function unavailable(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const said = everythingSaid(error);
  const meaning = meanings.find(([pattern]) => pattern.test(said));
  return new Refusal(
    refusedByKafka.test(said) ? "log-refused" : "log-unavailable",
    meaning?.[1] ?? "No Kafka broker answers.",
    { cause: error, retryAfter: 2 },
  );
}

/** Whether a client failed because a topic that it knew is not there any more: nothing was written then. */
export function saysUnknownTopic(error: unknown): boolean {
  return /does not host this topic|unknown topic|UNKNOWN_TOPIC/i.test(everythingSaid(error));
}

/** Whether a broker answered that it does not know yet, or not any more, what it leads: it will in a moment. */
export function saysUnsettled(error: unknown): boolean {
  return /UNKNOWN_LEADER_EPOCH|NOT_LEADER_OR_FOLLOWER|LEADER_NOT_AVAILABLE/.test(everythingSaid(error));
}

/** The messages and codes of an error, its causes and its parts: clients hide the telling one at the bottom. */
export function everythingSaid(error: unknown, depth = 0): string {
  if (!(error instanceof Error) || depth > 5) return "";
  const { code, type, apiId } = error as { code?: unknown; type?: unknown; apiId?: unknown };
  const parts = error instanceof AggregateError ? error.errors : [];
  return [
    error.message,
    ...[code, type, apiId].filter((name) => typeof name === "string"),
    everythingSaid(error.cause, depth + 1),
    ...parts.map((part) => everythingSaid(part, depth + 1)),
  ].join(" ");
}

/** Fails with a sentence when the promise takes longer than `ms`. */
export async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Refusal("log-unavailable", `Kafka did not answer within ${ms / 1000} s.`)),
      ms,
    );
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
