import { X509Certificate } from "node:crypto";
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

const saslMechanisms: readonly string[] = [
  "plain",
  "scram-sha-256",
  "scram-sha-512",
] satisfies SaslMechanism[];

/** `host:port`, an IPv6 address in brackets. */
const addressPattern = /^(?:[^\s:/[\]]+|\[[0-9a-f:.]+\]):(\d{1,5})$/i;
const certificatePattern = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** Reads KAFKA_BROKERS: addresses separated by commas. Empty where it is not set. */
export function brokersFrom(env: NodeJS.ProcessEnv): string[] {
  return (env.KAFKA_BROKERS ?? "")
    .split(",")
    .map((address) => address.trim())
    .filter((address) => address !== "")
    .map(expectAddress);
}

function expectAddress(address: string): string {
  const port = Number(addressPattern.exec(address)?.[1]);
  if (port >= 1 && port <= 65535) return address;
  throw new StartFailure(
    "settings-wrong",
    `KAFKA_BROKERS has ${address}, which is not host:port. Write for example localhost:9092, with a comma between two addresses.`,
  );
}

/** Reads KAFKA_SSL, KAFKA_SSL_CA (a PEM file or the PEM text) and KAFKA_SASL_MECHANISM, _USERNAME, _PASSWORD. */
export function clientSettings(env: NodeJS.ProcessEnv): ClientSettings {
  const settings: ClientSettings = {};
  const ca = env.KAFKA_SSL_CA;
  if (ca) settings.ssl = { ca: [ca.includes("-----BEGIN") ? ca : readPem(ca)].map(expectCertificate) };
  else if (isOn(env.KAFKA_SSL)) settings.ssl = true;

  const { KAFKA_SASL_USERNAME: username, KAFKA_SASL_PASSWORD: password } = env;
  if (username || password || env.KAFKA_SASL_MECHANISM) {
    const mechanism = (env.KAFKA_SASL_MECHANISM || "plain").toLowerCase();
    if (!saslMechanisms.includes(mechanism)) {
      throw new StartFailure(
        "settings-wrong",
        `KAFKA_SASL_MECHANISM is ${env.KAFKA_SASL_MECHANISM}; it can be PLAIN, SCRAM-SHA-256 or SCRAM-SHA-512.`,
      );
    }
    if (!username || !password) {
      const absent = [username ? "" : "KAFKA_SASL_USERNAME", password ? "" : "KAFKA_SASL_PASSWORD"];
      const names = absent.filter((name) => name !== "").join(" and ");
      throw new StartFailure(
        "settings-wrong",
        `A login at Kafka needs KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD, and ${names} ${names.includes(" ") ? "are" : "is"} not set. Set both, or no KAFKA_SASL_* variable if the cluster asks for no login.`,
      );
    }
    settings.sasl = { mechanism, username, password } as Sasl;
  }
  return settings;
}

const wantedCa = "Name the file with the certificate of the CA that signed the brokers' certificates.";

function isOn(value: string | undefined): boolean {
  return value !== undefined && !["", "0", "false", "no", "off"].includes(value.toLowerCase());
}

function readPem(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new StartFailure("settings-wrong", `KAFKA_SSL_CA names ${file}, which cannot be read. ${wantedCa}`);
  }
}

function expectCertificate(pem: string): string {
  const certificates = pem.match(certificatePattern) ?? [];
  if (certificates.length > 0 && certificates.every(isCertificate)) return pem;
  throw new StartFailure(
    "settings-wrong",
    `KAFKA_SSL_CA has no valid certificate in PEM form (-----BEGIN CERTIFICATE-----). ${wantedCa}`,
  );
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
}
