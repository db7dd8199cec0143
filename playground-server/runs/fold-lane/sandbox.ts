/**
 * The process of fold lanes: opens lanes, folds batches in them and writes keyframes, as confined as the sandbox
 * process and in the same way killed from outside. Each answer is written at once.
 */
import { createInterface } from "node:readline";
import { FoldLane } from "../../../engine/sandbox/fold-lane.ts";
import type { LaneState } from "../../../engine/sandbox/guest.ts";
import { loadModule } from "../../../engine/sandbox/node.ts";
import type { Stop } from "../../../engine/sandbox/sentences.ts";
import { writeLine } from "../write-line.ts";
import type { LaneAnswer, LaneRequest } from "./messages.ts";

const stdout = 1;
const say = (answer: LaneAnswer) => writeLine(stdout, answer);

/** Folding may take this many times as long as writing keyframes. */
const shareOfKeyframes = 8;
/** States of one line; longer ones come in several. */
const charactersPerLine = 256 * 1024;

/** A lane and what its keyframes cost. */
interface Spaced {
  lane: FoldLane;
  /** Time of folding and records since the last keyframe, and what that one took, in ms. */
  folding: number;
  records: number;
  cost: number;
}

const lanes = new Map<number, Spaced>();
const wasm = await loadModule();
say({ kind: "ready" });

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line) as LaneRequest;
  if (request.kind === "open") await open(request);
  else {
    const spaced = lanes.get(request.lane);
    if (!spaced) continue; // it stopped: what was sent before that was heard is left
    if (request.kind === "fold") foldBatch(request, spaced);
    else if (writeKeyframe(request.lane, spaced)) say({ kind: "closed", lane: request.lane });
  }
}

async function open({ lane: number, input }: Extract<LaneRequest, { kind: "open" }>): Promise<void> {
  const lane = await FoldLane.open(wasm, input);
  if (!(lane instanceof FoldLane)) return say({ kind: "stopped", lane: number, stop: lane, at: null });
  lanes.set(number, { lane, folding: 0, records: 0, cost: 0 });
  say({ kind: "opened", lane: number });
}

function foldBatch({ lane: number, batch, spacing }: Extract<LaneRequest, { kind: "fold" }>, spaced: Spaced) {
  const begun = performance.now();
  const end = spaced.lane.fold(batch);
  if ("stop" in end) return stopped(number, end.stop, end.at);
  spaced.folding += performance.now() - begun;
  spaced.records += end.folded + end.skipped;
  const due = spaced.records >= spacing && spaced.folding >= spaced.cost * shareOfKeyframes;
  if (due && !writeKeyframe(number, spaced)) return;
  say({ kind: "folded", lane: number, ...end, keyframe: due });
}

/** Whether it could be written; else the lane has stopped. */
function writeKeyframe(number: number, spaced: Spaced): boolean {
  const begun = performance.now();
  const states = spaced.lane.keyframe();
  if (!Array.isArray(states)) {
    stopped(number, states, null);
    return false;
  }
  let line: LaneState[] = [];
  let characters = 0;
  for (const state of states) {
    line.push(state);
    characters += state.json.length + state.key.length;
    if (characters < charactersPerLine) continue;
    say({ kind: "states", lane: number, states: line });
    line = [];
    characters = 0;
  }
  if (line.length > 0) say({ kind: "states", lane: number, states: line });
  Object.assign(spaced, { folding: 0, records: 0, cost: performance.now() - begun });
  return true;
}

function stopped(lane: number, stop: Stop, at: number | null): void {
  lanes.delete(lane);
  say({ kind: "stopped", lane, stop, at });
}
