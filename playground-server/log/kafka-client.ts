import { type BaseOptions, Consumer, Producer } from "@platformatic/kafka";
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
/** How long the broker's answer that it ran out of time may take to arrive, in ms. */
const answerMargin = 500;

/** For admin work and consumer groups: the client a learner will use, too. */
export function openKafkaJs(settings: KafkaSettings, logger: Logger): kafkajs.Kafka {
  // Its default partitioner is Java's: the notice about the older one does not concern this project.
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

/**
 * For reading by offset: needs no consumer group, so none is left behind at the broker. The client requires the id of
 * a group, which nothing joins.
 */
export function openFetcher(
  settings: KafkaSettings,
  maxWaitTime: number,
  groupId = "offset-zero-reader",
): Consumer {
  return new Consumer({
    ...connectionOptions(settings, "offset-zero-reader"),
    groupId,
    timeout: requestTimeout + maxWaitTime,
    maxWaitTime,
    minBytes: 1,
  });
}

/** For writing. The client counts no records itself: `RecordProducer` does. */
export function openProducer(settings: KafkaSettings): Producer<Buffer, Buffer, Buffer, Buffer> {
  return new Producer({
    ...connectionOptions(settings, "offset-zero-writer"),
    requestTimeout: requestTimeout + answerMargin,
  });
}

/** How `@platformatic/kafka` connects to the cluster. */
export function connectionOptions(
  { brokers, client: { ssl, sasl } }: KafkaSettings,
  clientId: string,
): BaseOptions {
  return {
    clientId,
    bootstrapBrokers: brokers,
    ...(ssl && { tls: ssl === true ? {} : ssl }),
    ...(sasl && {
      sasl: {
        mechanism: sasl.mechanism.toUpperCase() as "PLAIN",
        username: sasl.username,
        password: sasl.password,
      },
    }),
    connectTimeout,
    retries: 1,
    retryDelay: 100,
    autocreateTopics: false,
  };
}
