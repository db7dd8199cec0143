import { type RawRecord, readRecord } from "../../../engine/fold/event.ts";
import type { Step, Trace } from "../../../engine/fold/trace.ts";
import type { ExercisePayload } from "../exercise/exercise-payload.ts";

type OfTheRecord = "position" | "key" | "event";
/** A step over a record that the page carries anyway: the record's index stands for what the step says of it. */
type LeanStep = Step | (Omit<Step, OfTheRecord> & { record: number });

/** An exercise as it is written into a page: each event once, in the records, and not again in the steps. */
export interface DeduplicatedPayload extends Omit<ExercisePayload, "trace"> {
  trace: Omit<Trace, "steps"> & { steps: LeanStep[] };
}

/** `restorePayload` gives back what it was given. Steps over anything but one of the records stay as they are. */
export function deduplicatePayload(payload: ExercisePayload): DeduplicatedPayload {
  const places = new Map(
    payload.records.map((record, index) => [JSON.stringify(stepPartsOfRecord(record)), index]),
  );
  const steps = payload.trace.steps.map((step): LeanStep => {
    const { position, key, event, ...rest } = step;
    const record = places.get(JSON.stringify({ position, key, event }));
    return record === undefined ? step : { ...rest, record };
  });
  return { ...payload, trace: { ...payload.trace, steps } };
}

/** The exercise with every step's event in its place again. */
export function restorePayload(payload: DeduplicatedPayload): ExercisePayload {
  const steps = payload.trace.steps.map((step): Step => {
    if (!("record" in step)) return step;
    const { record, ...rest } = step;
    return { ...rest, ...stepPartsOfRecord(payload.records[record] as RawRecord) };
  });
  return { ...payload, trace: { ...payload.trace, steps } };
}

/** What a step says of its record. */
function stepPartsOfRecord(raw: RawRecord): Pick<Step, OfTheRecord> {
  const read = readRecord(raw);
  return { position: read.position, key: read.key, event: "event" in read ? read.event : null };
}
