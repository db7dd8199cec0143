import { readFileSync } from "node:fs";
import { StartFailure } from "../start-failure.ts";

/** The part of KafkaJS's settings that says how to come in. */
export interface ClientSettings {
  ssl?: true | { ca: string[] };
  sasl?: Sasl;
}

type SaslMechanism = "plain" | "scram-sha-256" | "scram-sha-512";

/** One shape for each mechanism, as KafkaJS's own type has it. */
type Sasl = { [M in SaslMechanism]: { mechanism: M; username: string; password: string } }[SaslMechanism];

const MECHANISMS: readonly string[] = ["plain", "scram-sha-256", "scram-sha-512"] satisfies SaslMechanism[];

/** Reads KAFKA_BROKERS: addresses separated by commas. Empty where it is not set. */
export function brokersFrom(env: NodeJS.ProcessEnv): string[] {
  return (env.KAFKA_BROKERS ?? "")
    .split(",")
    .map((address) => address.trim())
    .filter((address) => address !== "");
}

/** Reads KAFKA_SSL, KAFKA_SSL_CA (a PEM file or the PEM text) and KAFKA_SASL_MECHANISM, _USERNAME, _PASSWORD. */
export function clientSettings(env: NodeJS.ProcessEnv): ClientSettings {
  const settings: ClientSettings = {};
  const ca = env.KAFKA_SSL_CA;
  if (ca) settings.ssl = { ca: [ca.includes("-----BEGIN") ? ca : readPem(ca)] };
  else if (isOn(env.KAFKA_SSL)) settings.ssl = true;

  const { KAFKA_SASL_USERNAME: username, KAFKA_SASL_PASSWORD: password } = env;
  if (username || env.KAFKA_SASL_MECHANISM) {
    const mechanism = (env.KAFKA_SASL_MECHANISM || "plain").toLowerCase();
    if (!MECHANISMS.includes(mechanism)) {
      throw new StartFailure(
        "settings-wrong",
        `KAFKA_SASL_MECHANISM is ${env.KAFKA_SASL_MECHANISM}; it can be PLAIN, SCRAM-SHA-256 or SCRAM-SHA-512.`,
      );
    }
    if (!username || !password) {
      throw new StartFailure(
        "settings-wrong",
        "SASL needs both KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD; one of them is not set.",
      );
    }
    settings.sasl = { mechanism, username, password } as Sasl;
  }
  return settings;
}

function isOn(value: string | undefined): boolean {
  return value !== undefined && !["", "0", "false", "no", "off"].includes(value.toLowerCase());
}

function readPem(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new StartFailure("settings-wrong", `KAFKA_SSL_CA names ${file}, which cannot be read.`);
  }
}
