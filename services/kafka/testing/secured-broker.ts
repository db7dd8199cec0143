import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { freePort } from "../../processes/free-ports.ts";
import { startBrokerWithProperties } from "./broker-with-properties.ts";

const run = promisify(execFile);
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
  const ca = await certificateAuthority(dataDir, "ca");
  const keystore = await signedCertificate(dataDir, "ca");
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
    "ssl.keystore.type": "PEM",
    "ssl.keystore.location": keystore,
  }));
  return {
    at: at as Record<Listener, string>,
    ca,
    otherCa: await certificateAuthority(dataDir, "other"),
    stop,
  };
}

/** Makes `<name>.key` and the certificate `<name>.pem`, and gives the certificate's path. */
async function certificateAuthority(folder: string, name: string): Promise<string> {
  const subject = ["-out", `${name}.pem`, "-days", "2", "-subj", `/CN=${name}`];
  await openssl(folder, ["req", "-x509", ...newKey(`${name}.key`), ...subject]);
  return join(folder, `${name}.pem`);
}

/** A key and a certificate for this machine with its CA's, in one file as Kafka wants them. */
async function signedCertificate(folder: string, ca: string): Promise<string> {
  await openssl(folder, ["req", ...newKey("broker.key"), "-out", "broker.csr", "-subj", "/CN=broker"]);
  await writeFile(join(folder, "names"), "subjectAltName=IP:127.0.0.1\n");
  const by = ["-CA", `${ca}.pem`, "-CAkey", `${ca}.key`, "-CAcreateserial", "-extfile", "names"];
  await openssl(folder, ["x509", "-req", "-in", "broker.csr", ...by, "-out", "broker.crt", "-days", "2"]);
  await openssl(folder, ["pkcs8", "-topk8", "-nocrypt", "-in", "broker.key", "-out", "broker.p8"]);
  const parts = await Promise.all(
    ["broker.p8", "broker.crt", `${ca}.pem`].map((file) => readFile(join(folder, file), "utf8")),
  );
  const keystore = join(folder, "broker.pem");
  await writeFile(keystore, parts.join(""));
  return keystore;
}

async function openssl(folder: string, args: string[]): Promise<void> {
  await run("openssl", args, { cwd: folder });
}

/** What makes a new key without a password, and writes it to a file. */
function newKey(file: string): string[] {
  return ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", file];
}
