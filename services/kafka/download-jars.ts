import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findProgram, runCommand } from "../processes/run-command.ts";
import { StartFailure } from "../start-failure.ts";
import { mavenMissing } from "./install-advice.ts";

/** One class path: the pom.xml that names its jars, and what people call it. */
export interface JarSet {
  pom: URL;
  /** Of its folder in the cache. */
  name: string;
  /** For people: `Kafka`. */
  title: string;
  megabytes: number;
}

const brokerSet: JarSet = {
  pom: new URL("./broker/pom.xml", import.meta.url),
  name: "kafka",
  title: "Kafka",
  megabytes: 45,
};
const defaultCache = fileURLToPath(new URL("../../.data/cache", import.meta.url));

/** Ten minutes: a slow line, not a hung one. */
const fetchTimeoutMs = 600_000;

export interface Jars {
  kafkaVersion: string;
  /** Full paths in one fixed order: a class archive only fits the class path it was made with. */
  files: string[];
  /** The folder of this version in the cache; class archives are kept beside the jars. */
  folder: string;
}

/** The folder for what can be fetched again: OFFSET_ZERO_CACHE, else `.data/cache` of the project. */
export function cacheDir(env: NodeJS.ProcessEnv): string {
  return env.OFFSET_ZERO_CACHE || defaultCache;
}

/** The broker's jars from the cache; fetched with Maven first where they are not there yet. */
export function brokerJars(env: NodeJS.ProcessEnv, log: (line: string) => void): Promise<Jars> {
  return jarsOf(brokerSet, env, log);
}

/** The jars of a set from the cache; fetched with Maven first where they are not there yet. */
export async function jarsOf(
  set: JarSet,
  env: NodeJS.ProcessEnv,
  log: (line: string) => void,
): Promise<Jars> {
  const { kafkaVersion, folder } = await jarsFolder(set, env);
  let files = await jarsIn(folder);
  if (files.length === 0) {
    await fetchJars(set, folder, kafkaVersion, env, log);
    files = await jarsIn(folder);
  }
  return { kafkaVersion, files, folder };
}

async function jarsFolder(
  { pom: pomFile, name }: JarSet,
  env: NodeJS.ProcessEnv,
): Promise<{ kafkaVersion: string; folder: string }> {
  const pom = await readFile(pomFile, "utf8");
  const kafkaVersion = /<kafka\.version>(.+?)</.exec(pom)?.[1] ?? "";
  const mark = createHash("sha256").update(pom).digest("hex").slice(0, 8);
  return { kafkaVersion, folder: join(cacheDir(env), `${name}-${kafkaVersion}-${mark}`) };
}

async function fetchJars(
  { pom, title, megabytes }: JarSet,
  folder: string,
  kafkaVersion: string,
  env: NodeJS.ProcessEnv,
  log: (line: string) => void,
): Promise<void> {
  const maven = await findProgram("mvn", env);
  if (maven === null) throw mavenMissing(process.platform);

  // Fetched aside and moved in place whole, so that a broken download never looks like a cache.
  const aside = `${folder}.fetching-${process.pid}`;
  await rm(aside, { recursive: true, force: true });
  await mkdir(aside, { recursive: true });
  log(`Downloading ${title} ${kafkaVersion} from Maven Central (about ${megabytes} MB, only once).`);
  const started = Date.now();
  const ticker = setInterval(() => {
    log(`  still fetching, ${Math.round((Date.now() - started) / 1000)} s`);
  }, 8_000);
  try {
    const { code, output } = await runCommand(
      maven,
      [
        "-B",
        "-q",
        "-f",
        fileURLToPath(pom),
        "dependency:copy-dependencies",
        "-DincludeScope=runtime",
        `-DoutputDirectory=${aside}`,
      ],
      { env, timeoutMs: fetchTimeoutMs },
    );
    if (code !== 0) throw await mavenFailed(title, folder, output);
    await moveInPlace(aside, folder);
    log(`${title} ${kafkaVersion} is downloaded (${Math.round((Date.now() - started) / 1000)} s).`);
  } finally {
    clearInterval(ticker);
    await rm(aside, { recursive: true, force: true });
  }
}

async function mavenFailed(title: string, folder: string, output: string): Promise<StartFailure> {
  const logFile = `${folder}-maven.log`;
  await writeFile(logFile, output);
  const reason = output.split("\n").find((line) => line.startsWith("[ERROR]"));
  const shortReason = (reason ?? "it ended without a reason").replace("[ERROR] ", "").slice(0, 200);
  return new StartFailure(
    "maven-failed",
    `Maven could not download ${title}: ${shortReason} Check the network or Maven's settings and start again; its output is in ${logFile}.`,
  );
}

/** Another process may have fetched the same jars meanwhile: then its folder stays. */
async function moveInPlace(aside: string, folder: string): Promise<void> {
  try {
    await rename(aside, folder);
  } catch (error) {
    if ((await jarsIn(folder)).length === 0) throw error;
  }
}

async function jarsIn(folder: string): Promise<string[]> {
  try {
    const names = await readdir(folder);
    return names
      .filter((name) => name.endsWith(".jar"))
      .sort()
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}

/** Why the jars cannot be had here, without fetching anything; null where nothing is known to be in the way. */
export async function whyNoJars(
  env: NodeJS.ProcessEnv,
  set: JarSet = brokerSet,
): Promise<StartFailure | null> {
  const { folder } = await jarsFolder(set, env);
  if ((await jarsIn(folder)).length > 0 || (await findProgram("mvn", env)) !== null) return null;
  return mavenMissing(process.platform);
}
