import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { PackFolder } from "../exercises/testing/pack-folder.ts";
import { run as makeNew } from "../scripts/exercise/new/command.ts";
import { isAlive } from "../services/processes/process-by-pid.ts";
import { LessonPage } from "./lesson-page.ts";
import { openVisitors } from "./visitor.ts";

const visitor = openVisitors();
const root = join(import.meta.dirname, "..");
/** An author's own terminal: Vitest's variables would have Vite compile the pages for tests. */
const { PATH, HOME, JAVA_HOME, OFFSET_ZERO_CACHE } = process.env;
/** Vite compiles the page and hundreds of modules while it is opened for the first time, in milliseconds. */
const firstOpening = 100_000;

interface Preview {
  /** The link that it printed. */
  link: string;
  brokerPid: number;
  /** Ends it with SIGTERM. Resolves to its exit code; null where a signal ended it. */
  end(): Promise<number | null>;
}

/** Starts `npm run exercise -- preview` in a data folder of its own. It ends with the test at the latest. */
async function preview(...args: string[]): Promise<Preview> {
  const dataDir = await mkdtemp(join(tmpdir(), "offset-zero-preview-"));
  const child = spawn(process.execPath, ["scripts/bootstrap.mjs", "exercise", "preview", ...args], {
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
  return { link, brokerPid: pid, end: () => end(child) };
}

function end(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve(child.exitCode);
    child.once("exit", resolve);
    child.kill("SIGTERM");
  });
}

/** A pack on disk with the exercise that a new author gets. */
async function makePack(slug: string, title: string): Promise<PackFolder> {
  const pack = await PackFolder.make();
  onTestFinished(() => pack.remove());
  const silent = vi.spyOn(console, "log").mockImplementation(() => {});
  await makeNew([slug, "--pack", pack.path, "--title", title]);
  silent.mockRestore();
  return pack;
}

test("an author previews an exercise of a pack, a reload shows what was changed, and SIGTERM ends all of it", {
  timeout: 420_000,
}, async () => {
  const pack = await makePack("evening", "Saturday night");
  const change = async (file: string, from: string, to: string) => {
    const text = await readFile(join(pack.path, "evening", file), "utf8");
    expect(text).toContain(from);
    await pack.write(`evening/${file}`, text.replace(from, to));
  };
  const { link, brokerPid, end } = await preview("evening", "--pack", pack.path);

  const { page, close } = await visitor();
  page.setDefaultTimeout(firstOpening);
  const lesson = new LessonPage(page);
  await lesson.open(link);
  await page.getByRole("heading", { name: "Saturday night" }).waitFor();
  await lesson.check();
  await lesson.bench.locator(".wb-verdict.bad").first().waitFor();

  await change("exercise.yaml", "Saturday night", "Sunday night");
  await lesson.open(link);
  await page.getByRole("heading", { name: "Sunday night" }).waitFor();

  await change("README.md", "", "Count the **seats**, please.\n\n");
  await change("checks.ts", "TicketsSold: more seats", "TicketsSold: many more seats");
  await lesson.open(link);
  await page.getByText("Count the seats, please.").first().waitFor();
  await lesson.openTab("Checks");
  await lesson.bench.getByText("TicketsSold: many more seats").first().waitFor();
  await close();

  expect(await end()).toBe(0);
  expect(isAlive(brokerPid)).toBe(false);
  await expect(fetch(link)).rejects.toThrow("fetch failed");
});
