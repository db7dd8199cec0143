/**
 * The process of fold lanes: takes parts of partitions, folds them in lanes and writes keyframes, as confined as the
 * sandbox process and in the same way killed from outside. Each answer is written at once.
 */
import { limits } from "../../../engine/sandbox/limits.ts";
import { loadModule } from "../../../engine/sandbox/node-engine.ts";
import { writeAllSync } from "../write-all-sync.ts";
import type { LaneAnswer, LaneRequest } from "./lane-messages.ts";
import { FrameReader, frame } from "./length-prefixed-frames.ts";
import { SandboxLane } from "./sandbox-lane.ts";

const stdout = 1;
const sendAnswer = (answer: LaneAnswer, body: Buffer[] = []) =>
  writeAllSync(stdout, Buffer.concat(frame(answer, body)));

const lanes = new Map<number, SandboxLane>();
const wasm = await loadModule(limits.laneWasmMemoryBytes);
sendAnswer({ kind: "ready" });

const requests = new FrameReader(Number.POSITIVE_INFINITY);
for await (const chunk of process.stdin) {
  for (const { header, body } of requests.read(chunk)) {
    const request = header as LaneRequest;
    if (request.kind === "open") {
      const lane = await SandboxLane.open(wasm, request, sendAnswer);
      if (lane) lanes.set(request.lane, lane);
    } else lanes.get(request.lane)?.hear(request, body);
  }
}
