import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { columnarBatchOf } from "../../../engine/fold/columnar-batch.ts";
import type { RawRecord } from "../../../engine/fold/event.ts";
import type { FoldLane } from "../../../engine/sandbox/fold-lane.ts";
import { limits } from "../../../engine/sandbox/limits.ts";
import type { SliceStream } from "../../log/batch-stream.ts";
import { KeyframeStore } from "./keyframe-store.ts";
import { Lane } from "./lane.ts";
import type { LaneProcess } from "./lane-process.ts";
import { LaneWatches } from "./lane-watches.ts";
import { FrameReader } from "./length-prefixed-frames.ts";
import { longLimits } from "./limits.ts";
import type { LongFold } from "./long-fold.ts";
import { windowAround } from "./step-windows.ts";

/** A lane over one partition, with a process that does nothing. */
async function withLane<T>(to: number, work: (lane: Lane) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "lane-limits-"));
  const keyframes = await KeyframeStore.open(join(folder, "lane"), { bytes: 1_000, states: 1_000 });
  const process = { send() {} } as unknown as LaneProcess;
  try {
    return await work(new Lane(0, [{ partition: 0, from: 0, to }], keyframes, process, () => {}));
  } finally {
    await keyframes.close();
    await rm(folder, { recursive: true });
  }
}

test("frameBytes", () => {
  const said = (bytes: number) => {
    const lengths = Buffer.alloc(8);
    lengths.writeUInt32BE(bytes - lengths.length, 4);
    return [...new FrameReader(longLimits.frameBytes).read(lengths)];
  };
  expect(said(longLimits.frameBytes)).toEqual([]);
  expect(() => said(longLimits.frameBytes + 1)).toThrow(/larger/);
});

test("keyframeBytesAtOnce", async () => {
  await withLane(1, async (lane) => {
    const part = Buffer.alloc(longLimits.keyframeBytesAtOnce / 4);
    const nothing = { partition: async function* () {} } as unknown as SliceStream;
    let failed = "";
    const input = { source: "", entry: { kind: "reducer" as const }, scope: "all" as const, seed: 1 };
    const folded = lane.fold(input, "t", nothing).catch((error: Error) => {
      failed = error.message;
    });
    const states = { kind: "states" as const, lane: 0, names: [], numbers: [], bytes: [] };
    for (let i = 0; i < 4; i++) lane.hear(states, part);
    await new Promise((resolve) => setImmediate(resolve));
    expect(failed).toBe("");
    lane.hear(states, Buffer.alloc(1));
    await folded;
    expect(failed).toMatch(/without end/);
  });
});

test("laneSamples", () => {
  const count = 4 * limits.laneSamples;
  let samples = 0;
  const watches = new LaneWatches(
    {
      kind: "open" as const,
      lane: 0,
      topic: "t",
      partitions: [{ partition: 0, from: 0, to: count }],
      input: { source: "", entry: { kind: "reducer" }, scope: "all", seed: 1, watches: ["state"] },
    },
    { watched: () => [] } as unknown as FoldLane,
    () => samples++,
  );
  for (let offset = 0; offset < count; offset++) {
    watches.after(columnarBatchOf("t", [recordAt(offset)]), { folded: 1, breaks: [] });
  }
  // The first one, and so many more.
  expect(samples).toBe(limits.laneSamples + 1);
});

const recordAt = (offset: number): RawRecord => ({
  position: { topic: "t", partition: 0, offset },
  timestamp: 0,
  key: "k",
  headers: {},
  value: "{}",
});

test("windowRecords", async () => {
  const around = (records: number) =>
    withLane(records, (lane) => {
      lane.next = [records];
      const slice = { topic: "t", partitions: [{ partition: 0, from: 0, to: records }] };
      const input = { source: "", entry: { kind: "reducer" }, scope: "all", seed: 1 };
      const fold = { slice, input, laneOf: () => lane } as unknown as LongFold;
      return windowAround(fold, { partition: 0, offset: 0 }, async () => []);
    });
  expect((await around(longLimits.windowRecords)).request.records).toEqual([]);
  await expect(around(longLimits.windowRecords + 1)).rejects.toMatchObject({ code: "slice-too-long" });
});
