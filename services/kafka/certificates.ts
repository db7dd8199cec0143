import { existsSync } from "node:fs";
import { mkdir, readFile, realpath, rm, writeFile } from "node:fs/promises";
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
 * Makes them in `folder`, once, with the keytool that every Java has. Takes three seconds. Throws a StartFailure where
 * there is no keytool.
 */
export async function certificatesIn(
  folder: string,
  java: Java,
  env: NodeJS.ProcessEnv,
): Promise<Certificates> {
  const made = { ca: join(folder, "ca.pem"), keystore: join(folder, "broker.p12") };
  // Written last: with it, all of them are whole.
  if (existsSync(made.ca)) return made;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const keytool = await keytoolOf(java, env, folder);
  await Promise.all([
    keytool("authority.p12", [...newKey("authority"), "-ext", "bc:c"]),
    keytool("broker.p12", newKey("broker")),
  ]);
  await keytool("broker.p12", ["-certreq", "-alias", "broker", "-file", "broker.csr"]);
  await keytool("authority.p12", [
    ...["-gencert", "-alias", "authority", "-infile", "broker.csr", "-rfc", "-outfile", "broker.pem"],
    ...["-validity", days, "-ext", "san=dns:localhost,ip:127.0.0.1"],
  ]);
  const ca = "-alias authority -rfc -file authority.pem".split(" ");
  await keytool("authority.p12", ["-exportcert", ...ca]);
  const chain = await Promise.all(
    ["broker.pem", "authority.pem"].map((file) => readFile(join(folder, file), "utf8")),
  );
  await writeFile(join(folder, "chain.pem"), chain.join(""));
  const reply = "-noprompt -trustcacerts -alias broker -file chain.pem".split(" ");
  await keytool("broker.p12", ["-importcert", ...reply]);
  await writeFile(made.ca, chain[1] ?? "");
  return made;
}

function newKey(name: string): string[] {
  const key = ["-keyalg", "EC", "-groupname", "secp256r1", "-validity", days];
  return ["-genkeypair", "-alias", name, "-dname", `CN=offset-zero-${name}`, ...key];
}

/** Keytool lies beside the java that JAVA_HOME or the PATH names, or beside the one that this is a link to. */
async function keytoolOf(java: Java, env: NodeJS.ProcessEnv, folder: string) {
  const name = process.platform === "win32" ? "keytool.exe" : "keytool";
  const folders = [dirname(java.path), dirname(await realpath(java.path))];
  const program = folders.map((path) => join(path, name)).find(existsSync);
  if (program === undefined) {
    throw new StartFailure(
      "keytool-missing",
      `No keytool was found beside ${java.path}, and the brokers' certificates are made with it. Install a complete Java runtime and name it in JAVA_HOME.`,
    );
  }
  return async (store: string, args: string[]) => {
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
