import { join } from "node:path";
import { findProgram, runCommand } from "../processes/run-command.ts";
import { javaMissing, javaTooOld } from "./install-advice.ts";

/** What Kafka 4 asks for. */
const oldestJava = 17;

export interface Java {
  path: string;
  major: number;
  /** Everything `java -version` prints: another build has another text, and needs another class archive. */
  version: string;
}

/** Finds Java in JAVA_HOME, then on the PATH. Throws a StartFailure where there is none or only an older one. */
export async function findJava(env: NodeJS.ProcessEnv): Promise<Java> {
  let tooOld: Java | undefined;
  for (const path of await candidates(env)) {
    const java = await ask(path, env);
    if (java !== null && java.major >= oldestJava) return java;
    tooOld ??= java ?? undefined;
  }
  throw tooOld ? javaTooOld(tooOld.major, tooOld.path, process.platform) : javaMissing(process.platform);
}

async function candidates(env: NodeJS.ProcessEnv): Promise<string[]> {
  const onPath = await findProgram("java", env);
  const ofHome = env.JAVA_HOME
    ? join(env.JAVA_HOME, "bin", process.platform === "win32" ? "java.exe" : "java")
    : null;
  return [ofHome, onPath].filter((path) => path !== null);
}

async function ask(path: string, env: NodeJS.ProcessEnv): Promise<Java | null> {
  // macOS has a `java` that only says that there is none, and fails.
  const { code, output } = await runCommand(path, ["-version"], { env, timeoutMs: 10_000 });
  const major = majorOf(output);
  return code === 0 && major !== null ? { path, major, version: output.trim() } : null;
}

/** Reads the number from `version "17.0.15"`, and 8 from the old way of writing, `version "1.8.0_402"`. */
export function majorOf(versionText: string): number | null {
  const match = /version "(?:1\.)?(\d+)/.exec(versionText);
  return match ? Number(match[1]) : null;
}
