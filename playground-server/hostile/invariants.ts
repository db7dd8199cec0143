import { expect } from "vitest";
import { until } from "../testing/playground.ts";
import type { HostileCase } from "./case.ts";
import type { House } from "./house.ts";
import { together } from "./together.ts";
import { type Seen, watch } from "./watch.ts";

/** I1. How long the web process may be at one thing, in ms of processor time, at the 99th percentile. */
const longestBlock = 50;
/** I3. What one sandbox process may take: Node itself, the engine's 64 MB, and what the host makes of its answers. */
const sandboxBytes = 400 * 1024 * 1024;
/** I5. What would tell of our own files, of the driver inside the engine, or of the host below. */
const ours =
  /node_modules|file:\/\/|node:internal|quickjs[-.]w|amaro|\bdriver\b|(?<!reducer)\.ts:\d|\/(?:work|home|root|usr|tmp|proc)\//;

/** Tries a case and holds that the house stands as before, for everybody. */
export async function tryCase(house: House, hostile: HostileCase, slowness: number): Promise<void> {
  house.begin();
  const before = await house.logEnds.read();
  const watching = watch(() => house.sandboxes);
  let seen: Seen;
  try {
    // I2: a good run of somebody else that begins at the same moment passes.
    await together([hostile.try(house), house.good(house.session())]);
    // I7: the same learner's next good run passes.
    await house.good(house.learner);
  } finally {
    seen = watching.stop();
  }
  expectQuickLoop(seen.blocks, slowness);
  expect(seen.sandboxBytes, "I3: memory of a sandbox process").toBeLessThan(sandboxBytes);
  await expectAllSlots(house);
  for (const text of house.heard)
    expect(ours.exec(text)?.[0], "I5: something of ours in an answer").toBeUndefined();
  await expectNothingWritten(house, before);
  // I8, exactly one final message, is held wherever an answer is read (`expectOneEnd`).
}

/** I1: what hostile code does, it does elsewhere. A single look in a hundred may hit a moment of collecting garbage. */
function expectQuickLoop(blocks: number[], slowness: number): void {
  const sorted = blocks.toSorted((a, b) => a - b);
  const block = sorted[Math.ceil(sorted.length * 0.99) - 1] ?? 0;
  expect(block / slowness, "I1: the event loop's longest work").toBeLessThan(longestBlock);
}

/** I4: every slot is free again, and every process that had to go has been replaced. */
async function expectAllSlots(house: House): Promise<void> {
  const slots = await house.metric("slots");
  await until(
    async () =>
      (await house.metric("slots_busy")) === 0 &&
      (await house.metric("runs_waiting")) === 0 &&
      (await house.metric("sandbox_processes")) === slots + 1,
    "I4: all slots",
  );
}

/** I6: only what the case wrote on purpose lies in Kafka. */
async function expectNothingWritten(house: House, before: Map<string, number>): Promise<void> {
  const after = await house.logEnds.read();
  for (const [topic, count] of after) {
    const expected = (before.get(topic) ?? 0) + (house.written.get(topic) ?? 0);
    expect(count, `I6: records of ${topic}`).toBe(expected);
  }
}
