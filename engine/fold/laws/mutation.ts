import { type RawRecord, readRecord } from "../event.ts";
import type { Json } from "../json.ts";
import { type Broken, positionAt } from "./broken.ts";
import { type Folding, foldOnce } from "./folding.ts";

/** `expected` is the value before it was changed, `actual` what it had become, undefined where that is not known. */
export interface Mutation extends Broken {
  of: "state" | "event";
}

/** Nothing that was given is changed. Gives the first record whose application changed its state or its event. */
export async function mutationLaw(fold: Folding, records: RawRecord[]): Promise<Mutation | null> {
  const { states, stopped } = await foldOnce(fold, { records });
  if (!stopped?.changed) return null;
  const { of, path, after } = stopped.changed;
  const index = states.length - 1;
  const expected = of === "state" ? states[index] : eventAt(records, index);
  return { index, position: positionAt(records, index), of, path, expected, actual: after };
}

function eventAt(records: RawRecord[], index: number): Json | undefined {
  const record = records[index] && readRecord(records[index]);
  return record && "event" in record ? (record.event as unknown as Json) : undefined;
}
