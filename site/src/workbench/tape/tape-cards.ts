import {
  type EventMetadata,
  formatPosition,
  type LogRecord,
  type RawRecord,
  readRecord,
} from "../../../../engine/fold/event.ts";
import { isObject, type Json } from "../../../../engine/fold/json.ts";
import type { Step, Trace } from "../../../../engine/fold/trace.ts";
import type { LaneCard } from "../../../../figures/lane/lane-card.ts";
import { cardWords } from "../../../../language/english/tape.ts";

/** A card with the step that folds it; `step` is null for a record that is not folded. */
export interface TapeCard extends LaneCard {
  step: number | null;
  /** The record, or null for a step that has none. */
  record: LogRecord | null;
}

/**
 * The cards of a tape: the log's records in fold order, then the steps that have no record of the log. Records that
 * the fold has not reached have their card too, so that the tape is whole before and during a run.
 */
export function cardsOf(records: RawRecord[], trace: Trace, divergence: number | null): TapeCard[] {
  // A call gets the log as an argument: no step belongs to a single record.
  const isCall = trace.start.entry.kind === "call";
  let next = 0;
  const cards = records.map((raw): TapeCard => {
    const record = readRecord(raw);
    const step = "event" in record && !isCall ? next++ : null;
    return { ...recordCard(record, isCall), step };
  });
  const rest = trace.steps.filter((step) => step.index >= next);
  cards.push(...rest.map((step) => stepCard(step, cards[0]?.lane ?? "")));
  const failed = trace.end.verdict === "ok" ? null : (trace.end.at?.index ?? null);
  if (failed !== null && failed >= next && failed === trace.steps.length)
    cards.push(unreached(failed, trace, cards[0]?.lane ?? ""));
  return cards.map((card) => {
    if (card.step !== null && card.step === failed) return { ...card, mark: "failing" };
    if (card.step !== null && card.step === divergence) return { ...card, mark: "divergent" };
    return card;
  });
}

/** The cards with a mark on those after whose step the breakpoint holds. */
export function withBreaks(cards: TapeCard[], breaks: number[]): TapeCard[] {
  if (breaks.length === 0) return cards;
  const held = new Set(breaks);
  return cards.map((card) => (card.step !== null && held.has(card.step) ? { ...card, holds: true } : card));
}

/** The card of a record, but for the step that folds it. */
export function recordCard(record: LogRecord, isCall: boolean): Omit<TapeCard, "step"> {
  const { position } = record;
  const placed = {
    id: formatPosition(position),
    lane: cardWords.partition(position.partition),
    offset: position.offset,
    key: record.key,
    record,
  };
  if ("event" in record) {
    const { type, data, metadata } = record.event;
    return { ...placed, kind: "event", title: type, time: clockOf(metadata), summary: formatData(data) };
  }
  const other = { ...placed, time: null, ...(isCall ? {} : { mark: "skipped" as const }) };
  return "tombstone" in record
    ? { ...other, kind: "tombstone", title: cardWords.tombstone, summary: "null" }
    : { ...other, kind: "not-an-event", title: cardWords.notAnEvent, summary: record.notAnEvent };
}

function stepCard(step: Step, lane: string): TapeCard {
  const placed = {
    id: `step-${step.index}`,
    lane,
    offset: null,
    key: null,
    time: null,
    step: step.index,
    record: null,
  };
  if (step.command) {
    const { type, data } = step.command;
    // The answer first: a card is narrow, and cuts what comes last.
    const summary = [answer(step.result), formatData(data)].filter(Boolean).join(": ");
    return { ...placed, kind: "command", title: type, summary };
  }
  if (step.event && step.position && step.position.topic !== "decided") {
    const { position, key, event } = step;
    const record = { position, key, timestamp: event.metadata.timestamp, headers: {}, event };
    return { ...recordCard(record, false), step: step.index };
  }
  if (!step.event)
    return { ...placed, kind: "call", title: cardWords.call, summary: short(JSON.stringify(step.result)) };
  return { ...placed, kind: "decided", title: step.event.type, summary: formatData(step.event.data) };
}

/** The step at which the code stopped. A decider's is the next event that it decided, or the next command. */
function unreached(step: number, { start, steps }: Trace, lane: string): TapeCard {
  const placed = { id: `step-${step}`, lane, offset: null, key: null, time: null, step, record: null };
  if (start.entry.kind !== "decider") return { ...placed, kind: "call", title: cardWords.step, summary: "" };
  const last = steps.findLastIndex(({ command }) => command);
  const decided = steps[last]?.result;
  const next = Array.isArray(decided) ? decided[steps.length - last - 1] : undefined;
  return isObject(next)
    ? { ...placed, kind: "decided", title: String(next.type), summary: formatData(next.data ?? null) }
    : { ...placed, kind: "command", title: cardWords.notAnswered, summary: "" };
}

function answer(result: Json | undefined): string {
  if (Array.isArray(result)) return cardWords.accepted;
  return isObject(result) && "rejected" in result ? cardWords.refused : "";
}

/** A record that came without any time was placed at the beginning of time, which says nothing. */
const clockOf = ({ occurredAt }: EventMetadata) => (Date.parse(occurredAt) === 0 ? null : clock(occurredAt));
const clock = (iso: string) => /T(\d\d:\d\d)/.exec(iso)?.[1] ?? null;
const short = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…` : text);

/** An event's data in a few characters: the values alone, they are what differs between cards. */
function formatData(data: Json): string {
  if (!isObject(data)) return short(JSON.stringify(data));
  const values = Object.values(data).map((v) => (typeof v === "string" ? v : JSON.stringify(v)));
  return short(values.join(" · "));
}

/** The card of a step; -1 before the first. */
export function cardOfStep(cards: TapeCard[], step: number): number {
  return step < 0 ? -1 : cards.findIndex((card) => card.step === step);
}

/** The step that picking a card leads to: its own, or for a card that is not folded the next one on the way. */
export function stepOfCard(cards: TapeCard[], index: number, current: number): number {
  if (index < 0) return -1;
  const own = cards[index]?.step;
  if (own !== null && own !== undefined) return own;
  const onward = index > current;
  const way = onward ? cards.slice(index) : cards.slice(0, index).reverse();
  return way.find((card) => card.step !== null)?.step ?? (onward ? (lastStep(cards) ?? -1) : -1);
}

const lastStep = (cards: TapeCard[]) => cards.findLast((card) => card.step !== null)?.step;

/** The lanes of a tape, one for each partition, in their order. */
export function lanesOf(cards: TapeCard[]): string[] {
  return [...new Set(cards.map((card) => card.lane))].sort((a, b) =>
    a.localeCompare(b, "en", { numeric: true }),
  );
}
