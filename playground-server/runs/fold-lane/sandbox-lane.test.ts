import { createRecordsBatch } from "@platformatic/kafka";
import { expect, test } from "vitest";
import { limits } from "../../../engine/sandbox/limits.ts";
import { loadModule } from "../../../engine/sandbox/node-engine.ts";
import { logLimits } from "../../log/limits.ts";
import { summingSource } from "../../testing/test-playground.ts";
import type { LaneAnswer } from "./lane-messages.ts";
import { SandboxLane } from "./sandbox-lane.ts";

const records = 600;
/** As large as an event may be. */
const value = JSON.stringify({ type: "Counted", data: "x".repeat(logLimits.eventBytes - 100) });

/** One record as it lies in Kafka, at an offset. */
function batchAt(offset: number): Buffer {
  const record = {
    topic: "t",
    key: Buffer.from("k"),
    value: Buffer.from(value),
    timestamp: 1_700_000_000_000n,
  };
  const written = createRecordsBatch([record] as never, { compression: "none" } as never);
  const bytes = Buffer.from((written as unknown as { buffer: Buffer }).buffer);
  bytes.writeBigInt64BE(BigInt(offset), 0);
  return bytes;
}

/** The offsets of a lane's keyframes, over records of the largest size. */
async function keyframes(spacing: number): Promise<number[]> {
  const frames = [0];
  const say = (answer: LaneAnswer) => answer.kind === "keyframe" && frames.push(answer.next[0] ?? 0);
  const partitions = [{ partition: 0, from: 0, to: records }];
  const input = {
    source: summingSource(),
    entry: { kind: "reducer" as const },
    scope: "all" as const,
    seed: 1,
  };
  const opening = { kind: "open" as const, lane: 0, input, topic: "t", partitions };
  const lane = await SandboxLane.open(await loadModule(limits.laneWasmMemoryBytes), opening, say);
  lane?.hear({ kind: "spacing", lane: 0, spacing }, Buffer.alloc(0));
  for (let offset = 0; offset < records; offset++)
    lane?.hear({ kind: "part", lane: 0, place: 0 }, batchAt(offset));
  lane?.hear({ kind: "end", lane: 0, place: 0 }, Buffer.alloc(0));
  return frames;
}

test("between two keyframes lie no more characters than a window may read, however large the records are", async () => {
  const frames = await keyframes(500);
  expect(frames.at(-1)).toBe(records);
  const most = Math.max(...frames.slice(1).map((next, i) => next - (frames[i] as number)));
  expect(most * value.length).toBeLessThan(logLimits.sliceCharacters);
});

test("where keyframes were thinned, they lie as much further apart", async () => {
  expect((await keyframes(2_000)).length).toBeLessThan((await keyframes(500)).length / 2);
});
