import { StartFailure } from "../start-failure.ts";
import { findEngine, openBrokerInContainer } from "./broker-in-container.ts";
import { brokersFrom } from "./client-settings.ts";
import { openExternalCluster } from "./external-cluster.ts";
import type { KafkaService, OpenOptions } from "./kafka-service.ts";
import { startLocalKafka } from "./local-kafka.ts";
import { rememberChoice } from "./remembered-choice.ts";

/** Failures that somebody has to act on, mostly of their own setting: going on without Kafka would hide them. */
const neverHidden = ["settings-wrong", "port-taken", "folder-in-use", "data-damaged"];

/**
 * Finds or starts Kafka: KAFKA_BROKERS, else a container engine that answers, else a broker of our own, else none.
 * KAFKA_KIND (container, local or none) asks for one kind, and then a failure is thrown as a StartFailure.
 */
export async function openKafka(options: OpenOptions): Promise<KafkaService> {
  const service = await openByEnvironment(options);
  if (service.kind !== "none") {
    const moved = await rememberChoice(options.dataDir, { kind: service.kind, brokers: service.brokers });
    if (moved !== null) options.log(moved);
  }
  return service;
}

async function openByEnvironment(options: OpenOptions): Promise<KafkaService> {
  const { env, log } = options;
  const asked = env.KAFKA_KIND || null;
  if (asked !== null && !["container", "local", "none"].includes(asked)) {
    throw new StartFailure("settings-wrong", `KAFKA_KIND is ${asked}; it can be container, local or none.`);
  }
  if (asked === "none") return noKafka("KAFKA_KIND is none.");
  if (asked === null && brokersFrom(env).length > 0) return openExternalCluster(options);

  if (asked !== "local") {
    const engine = await findEngine(env);
    if (engine !== null) {
      try {
        return await openBrokerInContainer(engine, options);
      } catch (error) {
        if (asked === "container" || isNeverHidden(error)) throw error;
        log(`${(error as Error).message} A broker is started without it.`);
      }
    } else if (asked === "container") {
      throw new StartFailure(
        "container-failed",
        "KAFKA_KIND=container needs a container engine with compose, but none answers on this machine.",
      );
    }
  }

  try {
    return await startLocalKafka(options);
  } catch (error) {
    if (asked === "local" || isNeverHidden(error) || !(error instanceof StartFailure)) throw error;
    return noKafka(error.message);
  }
}

function isNeverHidden(error: unknown): boolean {
  return !(error instanceof StartFailure) || neverHidden.includes(error.code);
}

function noKafka(reason: string): KafkaService {
  return {
    kind: "none",
    brokers: [],
    client: {},
    topicPrefix: "",
    version: null,
    sentence: `No Kafka runs; lessons use their recorded logs. ${reason}`,
    ours: false,
    stop: async () => {},
  };
}
