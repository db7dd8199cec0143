/**
 * The process of fold lanes: takes parts of partitions, folds them in lanes and writes keyframes, as confined as the
 * sandbox process and in the same way killed from outside. Each answer is written at once.
 */
import { limits } from "../../../engine/sandbox/limits.ts";
import { loadModule } from "../../../engine/sandbox/node.ts";
import { writeLine } from "../write-line.ts";
import { readFrames } from "./frames.ts";
import type { LaneAnswer, LaneRequest } from "./messages.ts";
import { SandboxLane } from "./sandbox-lane.ts";

const stdout = 1;
const say = (answer: LaneAnswer) => writeLine(stdout, answer);

const lanes = new Map<number, SandboxLane>();
const wasm = await loadModule(limits.laneWasmMemoryBytes);
say({ kind: "ready" });

for await (const { header, body } of readFrames(process.stdin)) {
  const request = header as LaneRequest;
  if (request.kind === "open") {
    const lane = await SandboxLane.open(wasm, request, say);
    if (lane) lanes.set(request.lane, lane);
  } else lanes.get(request.lane)?.hear(request, body);
}
