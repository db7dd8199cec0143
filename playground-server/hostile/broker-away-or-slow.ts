import { expect } from "vitest";
import { limits } from "../../engine/sandbox/limits.ts";
import { givenRecords, summingSource, waitForCondition } from "../testing/test-playground.ts";
import { TestClient } from "../testing/websocket-client.ts";
import { ownBroker } from "./own-broker.ts";
import { readRun } from "./parse-run-answer.ts";
import { onSecondServer } from "./second-server.ts";
import type { TargetServer } from "./target-server.ts";
import { stepsOf } from "./websocket-page.ts";

const carts = { topic: "course.carts" };

/** A server whose broker was never there, then one whose broker is killed under it and comes back. */
export async function brokerAway(target: TargetServer): Promise<void> {
  const nowhere = { ...target.kafka, brokers: ["127.0.0.1:9"], ours: false };
  await onSecondServer({ kafka: nowhere }, (address) => expectAway(target, address));
  const { address, pid } = await ownBroker();
  expect((await runAt(target, address)).verdict).toBe("ok");
  process.kill(await pid(), "SIGKILL");
  await expectAway(target, address);
  // From the moment the server calls itself ready, no run is refused any more.
  await waitForCondition(async () => (await fetch(`${address}/readyz`)).ok, "the broker's return", 60_000);
  for (let n = 0; n < 10; n++) expect((await runAt(target, address)).verdict).toBe("ok");
}

async function expectAway(target: TargetServer, address: string): Promise<void> {
  const refused = await runAt(target, address);
  expect(refused).toMatchObject({ status: 503, code: "log-unavailable", retry: "2" });
  expect(refused.detail).toMatch(/Try again in a moment/);
  await waitForCondition(
    async () => (await fetch(`${address}/readyz`)).status === 503,
    "the end of readiness",
  );
  // No slot was taken, and the sandbox is as healthy as before.
  expect((await runAt(target, address, givenRecords(3))).verdict).toBe("ok");
  expect((await fetch(`${address}/healthz`)).status).toBe(200);
}

/** A run on another server: how it ended, or its refusal. */
async function runAt(target: TargetServer, address: string, log: object = carts) {
  const answer = await fetch(`${address}/api/runs`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-session": target.learner },
    body: JSON.stringify({ source: summingSource(), log }),
  });
  const text = await answer.text();
  target.hear(text);
  if (answer.ok) return (await readRun(text)).end as { verdict: string };
  return { status: answer.status, retry: answer.headers.get("retry-after"), ...JSON.parse(text) };
}

/** The broker's process is stopped: it takes connections and says nothing. */
export async function brokerSlow(target: TargetServer): Promise<void> {
  const { address, pid } = await ownBroker();
  const broker = await pid();
  const page = await TestClient.open(address, target.learner);
  try {
    process.kill(broker, "SIGSTOP");
    page.send({ kind: "run", id: "slow", source: summingSource(), log: carts });
    await page.next(({ id, message }) => id === "slow" && message.kind === "progress");
    expect(page.answers("slow")).toEqual([expect.objectContaining({ phase: "reading" })]);
    // Longer than a run may use the processor: waiting for Kafka is not charged to the reducer.
    await new Promise((resolve) => setTimeout(resolve, limits.cpuMilliseconds + 200));
    process.kill(broker, "SIGCONT");
    expect(await page.end("slow")).toMatchObject({ verdict: "ok" });

    process.kill(broker, "SIGSTOP");
    page.send({ kind: "run", id: "dead", source: summingSource(), log: carts });
    expect(await page.end("dead")).toMatchObject({ kind: "problem", code: "log-unavailable" });
    expect(stepsOf(page, "dead")).toEqual([]);
  } finally {
    process.kill(broker, "SIGCONT");
    target.hear(page.heard.map((message) => JSON.stringify(message)).join("\n"));
    page.close();
  }
  await waitForCondition(async () => (await runAt(target, address)).verdict === "ok", "the next good run");
}
