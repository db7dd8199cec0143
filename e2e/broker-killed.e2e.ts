import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { LessonPage, leaving } from "./lesson-page.ts";
import { openVisitors } from "./visitor.ts";

const visitor = openVisitors();
const lessonUrl = `${inject("url")}/lessons/create-and-read-only/`;

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

/** Throws unless the product started its broker itself: a container or a cluster is not ours to kill. */
async function expectOwnBroker(): Promise<void> {
  const { log } = await fetch(`${inject("url")}/api/about`).then((answer) => answer.json());
  if (log.kind === "local" && inject("dataDir") !== "") return;
  throw new Error(
    `This test kills the broker, so the broker has to be one that the product started. ${log.sentence} Unset KAFKA_BROKERS and E2E_URL, and set KAFKA_KIND=local.`,
  );
}

// It waits for the broker's return, so that it disturbs no file that comes after it.
test("with the broker killed while runs go on, the page says so with Retry, the server lives, and Retry works after its return", async () => {
  await expectOwnBroker();
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
});
