import { expect } from "vitest";
import { limits } from "../../engine/sandbox/limits.ts";
import { waitForCondition } from "../testing/test-playground.ts";
import type { HostileCase } from "./case.ts";
import { differences, type ExpectedOutcome } from "./expected-outcomes.ts";
import { type ServerObservation, watch } from "./server-observation.ts";
import { settleAll } from "./settle-all.ts";
import type { TargetServer } from "./target-server.ts";

/**
 * I1. How long the web process may be at one thing, in ms of processor time, at the 99th percentile: a sixth of what a
 * hostile run would take if it ever ran there. The server's own work, such as starting a second server or collecting
 * garbage, stays far below.
 */
const longestBlock = limits.cpuMilliseconds / 6;
/** I3. What one sandbox process may take: Node itself, the engine's 64 MB, and what the host makes of its answers. */
const sandboxBytes = 400 * 1024 * 1024;
/** I5. What would tell of our own files, of the driver inside the engine, or of the host below. */
const ours =
  /node_modules|file:\/\/|node:internal|quickjs[-.]w|amaro|\bdriver\b|(?<!reducer)\.ts:\d|\/(?:work|home|root|usr|tmp|proc)\//;

/** Tries a case, compares how its runs ended with its row, and holds that the server stands as before, for everybody. */
export async function tryCase(
  target: TargetServer,
  hostile: HostileCase,
  row: ExpectedOutcome,
  slowness: number,
): Promise<void> {
  target.begin();
  const before = await target.logEnds.read();
  const watching = watch(() => target.sandboxes);
  let seen: ServerObservation;
  try {
    // I2: a good run of somebody else that begins at the same moment passes.
    await settleAll([hostile.try(target), target.good(target.session())]);
    // I7: the same learner's next good run passes.
    await target.good(target.learner);
  } finally {
    seen = watching.stop();
  }
  expect(differences(row, target.ends), "the row of the case in expected-outcomes.json").toEqual([]);
  expectQuickLoop(seen.blocks, slowness);
  expect(seen.sandboxBytes, "I3: memory of a sandbox process").toBeLessThan(sandboxBytes);
  await expectAllSlots(target);
  for (const text of target.heard)
    expect(ours.exec(text)?.[0], "I5: something of ours in an answer").toBeUndefined();
  await expectNothingWritten(target, before);
  // I8, exactly one final message, is held wherever an answer is read (`expectOneEnd`).
}

/** I1: what hostile code does, it does elsewhere. A single look in a hundred may hit a moment of collecting garbage. */
function expectQuickLoop(blocks: number[], slowness: number): void {
  const sorted = blocks.toSorted((a, b) => a - b);
  const block = sorted[Math.ceil(sorted.length * 0.99) - 1] ?? 0;
  expect(block / slowness, "I1: the event loop's longest work").toBeLessThan(longestBlock);
}

/** I4: every slot is free again, and every process that had to go has been replaced. */
async function expectAllSlots(target: TargetServer): Promise<void> {
  const slots = await target.metric("slots");
  await waitForCondition(
    async () =>
      (await target.metric("slots_busy")) === 0 &&
      (await target.metric("runs_waiting")) === 0 &&
      (await target.metric("sandbox_processes")) === slots + 1,
    "I4: all slots",
  );
}

/** I6: only what the case wrote on purpose lies in Kafka. */
async function expectNothingWritten(target: TargetServer, before: Map<string, number>): Promise<void> {
  const after = await target.logEnds.read();
  for (const [topic, count] of after) {
    const expected = (before.get(topic) ?? 0) + (target.written.get(topic) ?? 0);
    expect(count, `I6: records of ${topic}`).toBe(expected);
  }
}
