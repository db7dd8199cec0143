import { StartFailure } from "../start-failure.ts";
import { rememberChoice } from "./choice.ts";
import { brokersFrom } from "./client-settings.ts";
import { findEngine, openContainer } from "./container.ts";
import { openExternal } from "./external.ts";
import { openLocal } from "./local.ts";
import type { KafkaService, OpenOptions } from "./service.ts";

/** Failures that somebody's own setting led to: going on without Kafka would hide them. */
const NEVER_HIDDEN = ["settings-wrong", "port-taken", "folder-in-use"];

/**
 * Finds or starts Kafka: KAFKA_BROKERS, else a container engine that answers, else a broker of our own, else none.
 * KAFKA_KIND (container, local or none) asks for one kind, and then a failure is thrown as a StartFailure.
 */
export async function openKafka(options: OpenOptions): Promise<KafkaService> {
  const service = await open(options);
  if (service.kind !== "none") {
    const moved = await rememberChoice(options.dataDir, { kind: service.kind, brokers: service.brokers });
    if (moved !== null) options.log(moved);
  }
  return service;
}

async function open(options: OpenOptions): Promise<KafkaService> {
  const { env, log } = options;
  const asked = env.KAFKA_KIND || null;
  if (asked !== null && !["container", "local", "none"].includes(asked)) {
    throw new StartFailure("settings-wrong", `KAFKA_KIND is ${asked}; it can be container, local or none.`);
  }
  if (asked === "none") return noKafka("KAFKA_KIND=none asked for no Kafka.");
  if (asked === null && brokersFrom(env).length > 0) return openExternal(options);

  if (asked !== "local") {
    const engine = await findEngine(env);
    if (engine !== null) {
      try {
        return await openContainer(engine, options);
      } catch (error) {
        if (asked === "container" || isNeverHidden(error)) throw error;
        log(`${(error as Error).message} A broker is started without it.`);
      }
    } else if (asked === "container") {
      throw new StartFailure(
        "container-failed",
        "KAFKA_KIND=container asks for a container engine with compose, and none answers on this machine.",
      );
    }
  }

  try {
    return await openLocal(options);
  } catch (error) {
    if (asked === "local" || isNeverHidden(error) || !(error instanceof StartFailure)) throw error;
    return noKafka(error.message);
  }
}

function isNeverHidden(error: unknown): boolean {
  return !(error instanceof StartFailure) || NEVER_HIDDEN.includes(error.code);
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
