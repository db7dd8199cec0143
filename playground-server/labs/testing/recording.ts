import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import type { LabEvent, LabFold } from "../../../engine/labs/lab-event.ts";
import type { LabId } from "../../../engine/labs/lab-ids.ts";
import { type LabRecording, screenOfRecording } from "../../../engine/labs/lab-recording.ts";

const lifecycle = /^(Lab(Opening|Opened|Closed|Reset)|Service\w+)$/;

/**
 * Expects the recording of a lab to be what happens on the real system: the same types of events in the same order. With
 * UPDATE_RECORDINGS=1 it writes the recording instead. `events` may begin with the start of the lab, which is left out.
 */
export function expectRecording(
  { id, fold }: { id: string; fold: LabFold },
  system: string,
  events: readonly LabEvent[],
  /** `sameOrder`: false for a system that decides itself when it does something, such as to compact. */
  { sameOrder = true }: { sameOrder?: boolean } = {},
): void {
  const own = events.filter(({ event }) => !lifecycle.test(event.type));
  expect(own.length, "events of the lab's own").toBeGreaterThan(0);
  const happened: LabRecording = { system, events: own.map((event, index) => ({ ...event, index })) };
  const file = recordingFile(id as LabId);
  if (process.env.UPDATE_RECORDINGS === "1") {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(happened, null, 1)}\n`);
  }
  const recorded = JSON.parse(readFileSync(file, "utf8")) as LabRecording;
  const typesOf = (recording: LabRecording) => {
    const types = recording.events.map(({ event }) => event.type);
    return sameOrder ? types : [...new Set(types)].toSorted();
  };
  expect(typesOf(recorded), `${file}: run this test once with UPDATE_RECORDINGS=1`).toEqual(
    typesOf(happened),
  );
  // Every step of it can be shown.
  for (let step = 0; step <= recorded.events.length; step++) screenOfRecording(fold, recorded, step);
}

function recordingFile(id: LabId): string {
  return join(import.meta.dirname, "../../../engine/labs", id, "recording.json");
}
