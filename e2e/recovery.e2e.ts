import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { browser } from "./browser.ts";
import { LessonPage, sourceOf } from "./lesson-page.ts";

const visitor = browser();
const lessonUrl = `${inject("url")}/lessons/create-and-read-only/`;

/** A good reducer that leaves a word in its state, to tell its fold from any other. */
const leaving = (word: string) => `export function initialState() {
  return { lines: {} };
}
export function evolve(cart: any, event: any) {
  return { lines: { ...cart.lines, [event.metadata.id + "-${word}"]: 1 } };
}
`;

const pidFile = join(inject("dataDir"), "kafka", "broker.pid.json");

async function brokerPid(): Promise<number | null> {
  const text = await readFile(pidFile, "utf8").catch(() => "");
  return text === "" ? null : (JSON.parse(text) as { pid: number }).pid;
}

/** One run over HTTP: its verdict, or the code of the refusal. */
async function runFromOutside(): Promise<string> {
  const answer = await fetch(`${inject("url")}/api/runs`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ exercise: "cart-read-only", source: leaving("outside") }),
  });
  const lines = (await answer.text()).trim().split("\n");
  return answer.ok ? JSON.parse(lines.at(-1) ?? "{}").verdict : JSON.parse(lines.join("")).code;
}

const answers = (path: string) => fetch(inject("url") + path).then(({ status }) => status);

// A broker that this house did not start itself (KAFKA_BROKERS, a container) is not ours to kill: then this is left
// out, with a word, and the same is tested below the page (playground-server/log/recovery.kafka.test.ts).
const { log } = await fetch(`${inject("url")}/api/about`).then((answer) => answer.json());
const isOurs = log.kind === "local" && inject("dataDir") !== "";
if (!isOurs) console.log(`No broker is killed here, because none was started by this house. ${log.sentence}`);

// It waits for the broker's return, so that it disturbs no file that comes after it.
const testWithOurBroker = isOurs ? test : () => {};
testWithOurBroker(
  "with the broker killed while runs go on, the page says so with Retry, the server lives, and Retry works after its return",
  async () => {
    const { page, complaints, close } = await visitor();
    const lesson = new LessonPage(page);
    await lesson.open(lessonUrl);
    await lesson.write(leaving("first"));
    await lesson.run();
    await lesson.bench
      .getByText(/^e1-first/)
      .first()
      .waitFor();

    const outcomes = new Set<string>();
    let goesOn = true;
    const runs = Array.from({ length: 2 }, async () => {
      while (goesOn) {
        outcomes.add(await runFromOutside());
        await new Promise((rest) => setTimeout(rest, 50));
      }
    });
    await expect.poll(() => [...outcomes]).toEqual(["ok"]);
    const killed = await brokerPid();
    if (killed === null) throw new Error(`No broker is named in ${pidFile}.`);
    process.kill(killed, "SIGKILL");

    await lesson.write(leaving("second"));
    await lesson.run();
    const notice = lesson.bench.locator(".wb-notice");
    await notice.getByText(/Kafka/).first().waitFor();
    const retry = notice.getByRole("button", { name: "Retry" });
    await retry.waitFor();
    expect(await answers("/healthz")).toBe(200);
    // The fold from before stays on screen.
    expect(await lesson.bench.getByText(/^e1-first/).count()).toBeGreaterThan(0);

    await expect.poll(brokerPid, { timeout: 60_000 }).not.toBe(killed);
    await expect.poll(() => answers("/readyz"), { timeout: 60_000 }).toBe(200);
    // As a person does it: again, should the first try come too early.
    const folded = lesson.bench.getByText(/^e1-second/);
    const tryAgain = async () => {
      if (await retry.isVisible()) await retry.click();
      return folded.count();
    };
    await expect.poll(tryAgain, { timeout: 60_000, interval: 1_000 }).toBeGreaterThan(0);
    expect(await notice.count()).toBe(0);

    goesOn = false;
    await Promise.all(runs);
    expect(await runFromOutside()).toBe("ok");
    // Every run in between ended in a fold or in a refusal that has a name.
    for (const outcome of outcomes) expect(["ok", "log-unavailable", "busy"]).toContain(outcome);
    expect(complaints).toEqual([]);
    await close();
  },
);

// biome-ignore lint/suspicious/noExplicitAny: frames of the page's conversation, read as they are.
type Frame = any;

/** Keeps what a page hears from the server about its runs, into `heard` in the order of arrival. */
function listen(page: Page, who: string, heard: { who: string; message: Frame }[]): void {
  page.on("websocket", (socket) =>
    socket.on("framereceived", ({ payload }) => {
      const { message } = JSON.parse(String(payload)) as Frame;
      // The lines that a run went through are asked for after it, and end on their own.
      if (message && message.kind !== "lines" && !("missing" in message)) heard.push({ who, message });
    }),
  );
}

test("an endless loop of one visitor is stopped with its earlier steps kept, and a good run of another ends before it", async () => {
  const heard: { who: string; message: Frame }[] = [];
  const looping = await visitor();
  const working = await visitor();
  listen(looping.page, "looping", heard);
  listen(working.page, "working", heard);
  const lessons = { looping: new LessonPage(looping.page), working: new LessonPage(working.page) };
  await lessons.looping.open(lessonUrl);
  await lessons.working.open(lessonUrl);
  await lessons.working.write(await sourceOf("cart-read-only", "solution"));
  await lessons.looping.write(
    leaving("kept").replace(
      "  return { lines: { ...",
      // A loop inside a built-in: only the kill from outside ends it, long after the other's run.
      "  if (event.metadata.position.offset === 5) [].reverse.call({ length: 2 ** 53 - 1 });\n  return { lines: { ...",
    ),
  );
  const ends = () => heard.filter(({ message }) => message.kind === "end").map(({ who }) => who);
  // The folds that began when the pages opened are over.
  await expect.poll(() => new Set(ends())).toEqual(new Set(["looping", "working"]));
  heard.length = 0;

  await lessons.looping.run();
  await expect.poll(() => heard.some(({ who }) => who === "looping"), { interval: 5 }).toBe(true);
  // Without the mouse's way to the button: the loop is under way.
  await lessons.working.bench.getByRole("button", { name: /^Run/ }).dispatchEvent("click");
  await expect.poll(() => ends().length, { timeout: 30_000 }).toBe(2);
  expect(ends()).toEqual(["working", "looping"]);

  const said = (who: string) => heard.filter((one) => one.who === who).map(({ message }) => message);
  const records = said("working").find(({ kind }) => kind === "start")?.records ?? 8;
  expect(said("working").filter(({ kind }) => kind === "step")).toHaveLength(records);
  expect(said("working").at(-1)).toMatchObject({ verdict: "ok", steps: records });
  expect(said("looping").at(-1)).toMatchObject({ verdict: "time-limit", steps: 5 });
  await lessons.looping.bench
    .getByText(/for too long|was stopped/)
    .first()
    .waitFor();
  await lessons.looping.bench.getByRole("button", { name: /^offset 4\b/ }).click();
  await lessons.looping.bench.getByText(/-kept/).first().waitFor();
  await Promise.all([looping.close(), working.close()]);
});
