import { existsSync } from "node:fs";
import { mkdir, readFile, realpath, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { runCommand } from "../processes/run-command.ts";
import { StartFailure } from "../start-failure.ts";
import type { Java } from "./find-java.ts";

/** A certificate for brokers of this machine, and the authority (CA) that signed it. */
export interface Certificates {
  /** The CA's certificate as a file in PEM form: what clients need. */
  ca: string;
  /** A PKCS#12 file with the brokers' key and certificate: what brokers need. */
  keystore: string;
}

/** A file that only this user reads needs no better password, and Kafka requires one. */
export const keystorePassword = "offset-zero";
const days = "3650";

/**
 * Those in `folder`; made there first with the keytool that every Java has, which takes three seconds. Throws a
 * StartFailure where there is no keytool.
 */
export async function certificatesIn(
  folder: string,
  java: Java,
  env: NodeJS.ProcessEnv,
): Promise<Certificates> {
  if (!existsSync(folder)) {
    const aside = `${folder}.${process.pid}`;
    await rm(aside, { recursive: true, force: true });
    await mkdir(aside, { recursive: true, mode: 0o700 });
    await makeCertificates(aside, await keytoolOf(java, env, aside));
    // Another process may have been quicker: then its certificates stay.
    await rename(aside, folder).catch(() => rm(aside, { recursive: true, force: true }));
  }
  return { ca: join(folder, "authority.pem"), keystore: join(folder, "broker.p12") };
}

type Keytool = (store: string, args: string[]) => Promise<void>;

async function makeCertificates(folder: string, keytool: Keytool): Promise<void> {
  const authority = ["-alias", "authority", "-rfc"];
  await Promise.all([
    keytool("authority.p12", [...newKey("authority"), "-ext", "bc:c"]),
    keytool("broker.p12", newKey("broker")),
  ]);
  await Promise.all([
    keytool("broker.p12", ["-certreq", "-alias", "broker", "-file", "broker.csr"]),
    keytool("authority.p12", ["-exportcert", ...authority, "-file", "authority.pem"]),
  ]);
  const names = ["-validity", days, "-ext", "san=dns:localhost,ip:127.0.0.1"];
  const files = ["-infile", "broker.csr", "-outfile", "broker.pem"];
  await keytool("authority.p12", ["-gencert", ...authority, ...files, ...names]);
  const chain = await Promise.all(
    ["broker.pem", "authority.pem"].map((file) => readFile(join(folder, file), "utf8")),
  );
  await writeFile(join(folder, "chain.pem"), chain.join(""));
  const reply = ["-noprompt", "-trustcacerts", "-alias", "broker", "-file", "chain.pem"];
  await keytool("broker.p12", ["-importcert", ...reply]);
}

function newKey(name: string): string[] {
  const key = ["-keyalg", "EC", "-groupname", "secp256r1", "-validity", days];
  return ["-genkeypair", "-alias", name, "-dname", `CN=offset-zero-${name}`, ...key];
}

/** Keytool lies beside the java that JAVA_HOME or the PATH names, or beside the one that this is a link to. */
async function keytoolOf(java: Java, env: NodeJS.ProcessEnv, folder: string): Promise<Keytool> {
  const name = process.platform === "win32" ? "keytool.exe" : "keytool";
  const folders = [dirname(java.path), dirname(await realpath(java.path))];
  const program = folders.map((path) => join(path, name)).find(existsSync);
  if (program === undefined) {
    throw new StartFailure(
      "keytool-missing",
      `No keytool was found beside ${java.path}, and the brokers' certificates are made with it. Install a complete Java runtime and name it in JAVA_HOME.`,
    );
  }
  return async (store, args) => {
    const keystore = ["-keystore", store, "-storetype", "PKCS12", "-storepass", keystorePassword];
    const { code, output } = await runCommand(program, [...args, ...keystore], {
      env,
      cwd: folder,
      timeoutMs: 60_000,
    });
    if (code === 0) return;
    const reason = output.trim().split("\n").at(-1) ?? "";
    throw new StartFailure("broker-failed", `keytool could not make the brokers' certificates: ${reason}`);
  };
}
