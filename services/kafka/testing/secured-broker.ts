import { join } from "node:path";
import { freePort } from "../../processes/free-ports.ts";
import { certificatesIn, keystorePassword } from "../certificates.ts";
import { findJava } from "../find-java.ts";
import { startBrokerWithProperties } from "./broker-with-properties.ts";

const listeners = ["PLAINTEXT", "SASL_PLAINTEXT", "SSL", "SASL_SSL"] as const;
type Listener = (typeof listeners)[number];

export interface SecuredBroker {
  /** The address of each listener. SASL is PLAIN with the user `course` and the password `right`. */
  at: Record<Listener, string>;
  /** Files in PEM form: the CA that signed the broker's certificate, and one that signed nothing. */
  ca: string;
  otherCa: string;
  stop(): Promise<void>;
}

/** A real broker with a listener for each way in. Everything is kept below `dataDir`. */
export async function startSecuredBroker(dataDir: string): Promise<SecuredBroker> {
  const { env } = process;
  const java = await findJava(env);
  const certificates = (name: string) => certificatesIn(join(dataDir, name), java, env);
  const [{ ca, keystore }, other] = await Promise.all([certificates("ours"), certificates("other")]);
  const at: Record<string, string> = {};
  for (const name of listeners) at[name] = `127.0.0.1:${await freePort("127.0.0.1")}`;
  const advertised = listeners.map((name) => `${name}://${at[name]}`).join(",");
  const login = 'org.apache.kafka.common.security.plain.PlainLoginModule required user_course="right";';
  const { stop } = await startBrokerWithProperties(dataDir, ({ controller }) => ({
    listeners: `${advertised},CONTROLLER://127.0.0.1:${controller}`,
    "advertised.listeners": advertised,
    "listener.security.protocol.map": `${listeners.map((name) => `${name}:${name}`).join(",")},CONTROLLER:PLAINTEXT`,
    "inter.broker.listener.name": "PLAINTEXT",
    "sasl.enabled.mechanisms": "PLAIN",
    "listener.name.sasl_plaintext.plain.sasl.jaas.config": login,
    "listener.name.sasl_ssl.plain.sasl.jaas.config": login,
    "ssl.keystore.type": "PKCS12",
    "ssl.keystore.location": keystore,
    "ssl.keystore.password": keystorePassword,
  }));
  return {
    at: at as Record<Listener, string>,
    ca,
    otherCa: other.ca,
    stop,
  };
}
