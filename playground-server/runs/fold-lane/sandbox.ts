/**
 * The process of fold lanes: takes parts of partitions, folds them in lanes and writes keyframes, as confined as the
 * sandbox process and in the same way killed from outside. Each answer is written at once.
 */
import { limits } from "../../../engine/sandbox/limits.ts";
import { loadModule } from "../../../engine/sandbox/node.ts";
import { writeNow } from "../write-now.ts";
import { FrameReader, frame } from "./frames.ts";
import type { LaneAnswer, LaneRequest } from "./messages.ts";
import { SandboxLane } from "./sandbox-lane.ts";

const stdout = 1;
const say = (answer: LaneAnswer, body: Buffer[] = []) => writeNow(stdout, Buffer.concat(frame(answer, body)));

const lanes = new Map<number, SandboxLane>();
const wasm = await loadModule(limits.laneWasmMemoryBytes);
say({ kind: "ready" });

const requests = new FrameReader(Number.POSITIVE_INFINITY);
for await (const chunk of process.stdin) {
  for (const { header, body } of requests.read(chunk)) {
    const request = header as LaneRequest;
    if (request.kind === "open") {
      const lane = await SandboxLane.open(wasm, request, say);
      if (lane) lanes.set(request.lane, lane);
    } else lanes.get(request.lane)?.hear(request, body);
  }
}
