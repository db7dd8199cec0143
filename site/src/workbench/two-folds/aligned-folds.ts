import { type Json, sameJson } from "../../../../engine/fold/json.ts";
import { statesOf } from "../../../../engine/fold/states-of-trace.ts";
import type { TapeCard } from "../tape/tape-cards.ts";
import { alignLists } from "./align-lists.ts";
import { type DifferingPart, differingParts } from "./differing-parts.ts";
import type { Side } from "./fold-side.ts";

/** A row of two folds side by side: a record that both have, or that one of them has. */
export interface Row {
  /** Unique among the rows. */
  id: string;
  one: TapeCard | null;
  other: TapeCard | null;
  kind: "both" | "changed" | "only-one" | "only-other" | "moved";
  /** Index of the step of each that was folded last when this row is done, -1 before its first. */
  steps: { one: number; other: number };
  /** Whether the states after it differ in what counts. */
  differs: boolean;
  /** Whether states and answers are the same, in what does not count too. */
  isSame: boolean;
}

/** Two folds side by side. */
export interface AlignedFolds {
  one: Side;
  other: Side;
  rows: Row[];
  /** The states of each: the initial one, then the state after each step. */
  states: { one: Json[]; other: Json[] };
  /** The first row after which they differ, -1 for the states they begin with, null where they never do. */
  divergence: number | null;
  /** The row after which they are the same again to the end, null where they are not or never parted. */
  meeting: number | null;
  /** What differs at the end. */
  ends: DifferingPart[];
}

/** What counts where two folds of the same log are compared. */
export interface Counted {
  /** Whether what differs after a step counts. */
  step(index: number): boolean;
  /** What counts of the states at the end. */
  ends: { one: Json; other: Json };
}

/** Aligns two folds. Without `counted` all of the states and of the answers counts. */
export function alignFolds(one: Side, other: Side, counted?: Counted): AlignedFolds {
  const states = { one: statesOf(one.trace), other: statesOf(other.trace) };
  const [inOne, inOther] = [new Set(one.keys), new Set(other.keys)];
  const steps = { one: -1, other: -1 };
  /** An answer says something where it is given, not at the rows after it. */
  let begun = !one.goesOn && !other.goesOn;
  const rows = alignLists(one.keys, other.keys).map((pair): Row => {
    const cards = {
      one: pair.one === null ? null : (one.cards[pair.one] ?? null),
      other: pair.other === null ? null : (other.cards[pair.other] ?? null),
    };
    steps.one = lastFolded(cards.one, steps.one, one);
    steps.other = lastFolded(cards.other, steps.other, other);
    begun ||= (!one.goesOn || pair.one !== null) && (!other.goesOn || pair.other !== null);
    const key = (pair.one === null ? other.keys[pair.other as number] : one.keys[pair.one]) as string;
    const isMoved = (pair.one === null && inOne.has(key)) || (pair.other === null && inOther.has(key));
    const answers = { one: resultOf(one, cards.one), other: resultOf(other, cards.other) };
    const unlike =
      !sameJson(states.one[steps.one + 1], states.other[steps.other + 1]) ||
      (cards.one !== null && cards.other !== null && !sameJson(answers.one, answers.other));
    return {
      id: isMoved && pair.other === null ? `${key} before` : key,
      ...cards,
      kind: isMoved ? "moved" : kindOf(cards.one, cards.other),
      steps: { ...steps },
      isSame: !unlike,
      differs: begun && unlike && (!counted || steps.one !== steps.other || counted.step(steps.one)),
    };
  });
  const begins =
    !one.goesOn && !other.goesOn && !sameJson(states.one[0], states.other[0]) && (counted?.step(-1) ?? true);
  const first = begins ? -1 : rows.findIndex(({ differs }) => differs);
  const divergence = first >= 0 || begins ? first : null;
  const last = rows.findLastIndex(({ differs }) => differs);
  const end = counted?.ends ?? { one: states.one.at(-1), other: states.other.at(-1) };
  const ends = rows.at(-1)?.differs ? differingParts(end.one, end.other) : [];
  const meeting = divergence !== null && last < rows.length - 1 ? last + 1 : null;
  return { one, other, rows, states, divergence, meeting, ends };
}

function lastFolded(card: TapeCard | null, before: number, { trace }: Side): number {
  const step = card?.step ?? null;
  return step === null ? before : Math.min(step, trace.steps.length - 1);
}

function resultOf({ trace }: Side, card: TapeCard | null): Json | undefined {
  return card?.step === null || card === null ? undefined : trace.steps[card.step]?.result;
}

function kindOf(one: TapeCard | null, other: TapeCard | null): Row["kind"] {
  if (one === null) return "only-other";
  if (other === null) return "only-one";
  return one.title === other.title && sameJson(dataOf(one), dataOf(other)) ? "both" : "changed";
}

/** What a card's record says. What was decided says what its card shows; a command is the same whatever is answered. */
function dataOf({ kind, record, summary }: TapeCard): Json {
  if (!record) return kind === "decided" ? summary : null;
  if ("event" in record) return record.event.data;
  return "tombstone" in record ? null : record.value;
}

/** The states of both at a row; before the first one the states that they begin with. */
export function statesAt({ rows, states }: AlignedFolds, row: number): { one: Json; other: Json } {
  const { one, other } = rows[row]?.steps ?? { one: -1, other: -1 };
  return { one: states.one[one + 1] ?? null, other: states.other[other + 1] ?? null };
}
