import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { NewEvent } from "../../engine/fold/event.ts";
import type { Json, JsonObject } from "../../engine/fold/json.ts";
import type { CheckContext } from "../../engine/grading/checks.ts";
import { offsetOf, partsOf } from "../../engine/grading/message-parts.ts";

/** What the first record of a cash book names as the seal before it. */
export const noSeal = "000000000000";

/** The first 12 digits of the SHA-256 of a text. */
export function sealOf(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text))).slice(0, 12);
}

const canonical = (fields: JsonObject) => JSON.stringify(fields, Object.keys(fields).toSorted());

/** The seal that belongs to what a record says. */
export function sealFor(type: string, occurredAt: string, data: Json): string {
  const { previous, seal, ...rest } = partsOf(data);
  return sealOf([String(previous), type, occurredAt, canonical(rest)].join(" "));
}

/** An event of the cash book with its link and its seal. */
export interface SealedEvent extends NewEvent {
  data: JsonObject;
}

/** Links an event to the seal before it and seals it, as the club's program does. */
export function seal({ type, data, metadata }: NewEvent, previous: string): SealedEvent {
  const linked = { ...partsOf(data), previous };
  return { type, data: { ...linked, seal: sealFor(type, metadata?.occurredAt ?? "", linked) }, metadata };
}

/** A step: what the record says of its place in the chain, and what belongs there. */
export interface Link {
  offset: number;
  previous: string;
  seal: string;
  /** The seal of the record before, with its offset; at the first record there is none. */
  before: { seal: string; offset: number } | null;
  /** The seal that belongs to the record's fields. */
  belongs: string;
  isLinked: boolean;
  isSealed: boolean;
  /** Whether its fields are in another order than that of their names. */
  isUnordered: boolean;
}

/** Null before the first record. */
export function linkAt({ event, history }: CheckContext): Link | null {
  if (!event) return null;
  const { previous, seal, ...rest } = partsOf(event.data);
  const last = history.at(-1);
  const before = last ? { seal: String(partsOf(last.data).seal), offset: offsetOf(last) } : null;
  const belongs = sealFor(event.type, event.metadata.occurredAt, event.data);
  const names = Object.keys(rest);
  return {
    offset: offsetOf(event),
    previous: String(previous),
    seal: String(seal),
    before,
    belongs,
    isLinked: previous === (before?.seal ?? noSeal),
    isSealed: seal === belongs,
    isUnordered: names.join() !== names.toSorted().join(),
  };
}
