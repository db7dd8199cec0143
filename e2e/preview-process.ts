import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished } from "vitest";

const root = join(import.meta.dirname, "..");
/** An author's own terminal: Vitest's variables would have Vite compile the pages for tests. */
const { PATH, HOME, JAVA_HOME, OFFSET_ZERO_CACHE } = process.env;
/** Vite compiles the page and hundreds of modules while it is opened for the first time, in milliseconds. */
export const firstOpening = 100_000;

/** A preview that runs, as its author sees it. */
export interface PreviewProcess {
  /** The link that it printed. */
  link: string;
  brokerPid: number;
  /** What it printed so far. */
  said(): string;
  /** Ends it with SIGTERM. Resolves to its exit code; null where a signal ended it. */
  end(): Promise<number | null>;
}

/** Starts `npm run <script> -- preview` in a data folder of its own. It ends with the test at the latest. */
export async function startPreview(
  script: "exercise" | "lesson",
  ...args: string[]
): Promise<PreviewProcess> {
  const dataDir = await mkdtemp(join(tmpdir(), "offset-zero-preview-"));
  const child = spawn(process.execPath, ["scripts/bootstrap.mjs", script, "preview", ...args], {
    cwd: root,
    env: {
      ...{ PATH, HOME, JAVA_HOME, OFFSET_ZERO_CACHE },
      ...{ DATA_DIR: dataDir, PORT: "0", KAFKA_KIND: "local", KAFKA_PORT: "0" },
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (text) => {
      said += text;
    });
  onTestFinished(async () => {
    await end(child);
    await rm(dataDir, { recursive: true, force: true });
  });
  const isReady = () => said.includes("Ctrl-C ends it.") || child.exitCode !== null;
  await expect.poll(isReady, { timeout: 180_000 }).toBe(true);
  const link = /is at (\S+)/.exec(said)?.[1];
  if (link === undefined) throw new Error(`The preview printed no link.\n${said}`);
  const { pid } = JSON.parse(await readFile(join(dataDir, "kafka", "broker.pid.json"), "utf8"));
  return { link, brokerPid: pid, said: () => said, end: () => end(child) };
}

function end(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve(child.exitCode);
    child.once("exit", resolve);
    child.kill("SIGTERM");
  });
}
