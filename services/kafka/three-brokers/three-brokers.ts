import { randomBytes } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { brokerJavaArgs } from "../broker-java-args.ts";
import { brokerFolder, requireDiskSpace } from "../broker-storage.ts";
import { certificatesIn } from "../certificates.ts";
import { removeIncompleteArchives } from "../class-archive.ts";
import { brokerJars } from "../download-jars.ts";
import { findJava } from "../find-java.ts";
import type { OpenOptions } from "../kafka-service.ts";
import { BrokerProcesses, type BrokerState } from "./broker-processes.ts";
import type { BrokerId, BrokerUser } from "./cluster-properties.ts";

const heapMegabytes = 160;
const loopback = "127.0.0.1";

/** Three brokers of one cluster on this machine: every partition has three replicas, and two must be in sync. */
export interface ThreeBrokers {
  /** `host:port` of each broker, for clients without a login. */
  addresses: Record<BrokerId, string>;
  /** `host:port` of each broker for clients that use TLS and log in as `user`. */
  loginAddresses: Record<BrokerId, string>;
  /** The certificate of the authority that signed the brokers' certificates, in PEM form. */
  ca: string;
  user: BrokerUser;
  /** Of Kafka. */
  version: string;
  states(): Record<BrokerId, BrokerState>;
  /** Calls back at each change of a broker's state, until the returned function is called. */
  watch(changed: (id: BrokerId, state: BrokerState) => void): () => void;
  /** Ends a broker with kill -9. It stays away until it is restarted. Resolves when its process is gone. */
  kill(id: BrokerId): Promise<void>;
  /** Starts a broker again, on the data that it has. Throws a StartFailure. Does nothing to one that runs. */
  restart(id: BrokerId): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts them in the folder `dataDir`, on free ports and with an empty log: what an earlier cluster had there is gone.
 * Throws a StartFailure that says what is missing.
 */
export async function startThreeBrokers(options: OpenOptions): Promise<ThreeBrokers> {
  const { env, log } = options;
  const java = await findJava(env);
  const jars = await brokerJars(env, log);
  const root = resolve(options.dataDir);
  await mkdir(root, { recursive: true });
  await requireDiskSpace(root);
  await removeIncompleteArchives(jars);
  const processes = new BrokerProcesses((id) => ({
    folder: brokerFolder(root, `broker-${id}`),
    java,
    jars,
    javaArgs: brokerJavaArgs(jars, heapMegabytes),
    env,
  }));
  try {
    await processes.removeOldData(log);
    // Beside the jars, as what is made once for this machine.
    const { ca, keystore } = await certificatesIn(join(jars.folder, "certificates"), java, env);
    log("Starting three brokers.");
    const user = { name: "shop", password: randomBytes(9).toString("base64url") };
    const ports = await processes.startOnFreePorts(user, keystore);
    const at = (kind: "plain" | "login") => byBroker((id) => `${loopback}:${ports.brokers[id][kind]}`);
    return {
      addresses: at("plain"),
      loginAddresses: at("login"),
      ca: await readFile(ca, "utf8"),
      user,
      version: jars.kafkaVersion,
      states: () => byBroker((id) => processes.stateOf(id)),
      watch: (changed) => processes.watch(changed),
      kill: (id) => processes.kill(id),
      restart: (id) => processes.restart(id),
      stop: () => processes.stop(),
    };
  } catch (error) {
    await processes.stop();
    throw error;
  }
}

function byBroker<T>(of: (id: BrokerId) => T): Record<BrokerId, T> {
  return { 1: of(1), 2: of(2), 3: of(3) };
}
