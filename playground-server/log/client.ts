import { Consumer } from "@platformatic/kafka";
import kafkajs from "kafkajs";
import type { Logger } from "pino";

/** What `services/kafka` found or started, and how to reach it. */
export interface KafkaSettings {
  kind: "external" | "container" | "local" | "none";
  brokers: string[];
  client: KafkaClientSettings;
  /** Put before every topic's name on the wire; the API never shows it. */
  topicPrefix: string;
  /** The exact version where it is known beforehand; a broker itself tells its release only. */
  version: string | null;
  /** One sentence for people: where the log runs. */
  sentence: string;
  /** Whether this project started the cluster. */
  ours: boolean;
}

export interface KafkaClientSettings {
  ssl?: boolean | { ca?: string[]; rejectUnauthorized?: boolean };
  sasl?: { mechanism: "plain" | "scram-sha-256" | "scram-sha-512"; username: string; password: string };
}

const connectTimeout = 1_500;
/** How long one request to a broker may take before the log counts as unavailable, in ms. */
export const requestTimeout = 3_000;

/** For admin work and producing: the client a learner will use, too. */
export function openKafkaJs(settings: KafkaSettings, logger: Logger): kafkajs.Kafka {
  // Its default partitioner is Java's: the notice that this was once otherwise is for nobody here.
  process.env.KAFKAJS_NO_PARTITIONER_WARNING = "1";
  const { ssl, sasl } = settings.client;
  return new kafkajs.Kafka({
    clientId: "offset-zero",
    brokers: settings.brokers,
    ...(ssl !== undefined && { ssl }),
    ...(sasl && { sasl: sasl as kafkajs.SASLOptions }),
    connectionTimeout: connectTimeout,
    authenticationTimeout: requestTimeout,
    requestTimeout,
    // A learner waits for the answer: a few quick attempts, then a sentence.
    retry: { retries: 3, initialRetryTime: 100, maxRetryTime: 500 },
    logLevel: kafkajs.logLevel.WARN,
    logCreator: () => (entry) => logger.debug({ kafka: entry.namespace }, entry.log.message),
  });
}

/** For reading by offset: needs no consumer group, so none is left behind at the broker. */
export function openFetcher(settings: KafkaSettings, maxWaitTime: number): Consumer {
  const { ssl, sasl } = settings.client;
  return new Consumer({
    clientId: "offset-zero-reader",
    // Required by the client. Nothing joins it.
    groupId: "offset-zero-reader",
    bootstrapBrokers: settings.brokers,
    ...(ssl && { tls: ssl === true ? {} : ssl }),
    ...(sasl && {
      sasl: {
        mechanism: sasl.mechanism.toUpperCase() as "PLAIN",
        username: sasl.username,
        password: sasl.password,
      },
    }),
    connectTimeout,
    timeout: requestTimeout + maxWaitTime,
    retries: 1,
    retryDelay: 100,
    autocreateTopics: false,
    maxWaitTime,
    minBytes: 1,
  });
}
