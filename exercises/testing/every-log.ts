import { type Event, type NewEvent, readRecord } from "../../engine/fold/event.ts";
import { type Json, sameJson } from "../../engine/fold/json.ts";
import type { Case, CheckContext, ExerciseChecks } from "../../engine/grading/checks.ts";
import { placeCase } from "../../engine/grading/fold-job.ts";
import { stripTypes } from "../../engine/sandbox/strip-types.ts";

/** An event that may happen next, given how many records there are. */
export type EventAt = (place: number) => NewEvent;

export interface Reducer {
  initialState(): Json;
  evolve(state: Json, event: Event): Json;
}

/** Trusted code, folded outside any sandbox: a search over all logs folds hundreds of thousands of them. */
export function reducerOf(source: string): Reducer {
  const stripped = stripTypes(source);
  if (!("code" in stripped)) throw new Error("The source cannot be read.");
  const body = stripped.code.replaceAll(/^export /gm, "");
  return new Function(`"use strict"; ${body}\nreturn { initialState, evolve };`)();
}

/** A record and the event that is read from it. */
interface Written {
  record: Case["records"][number];
  event: Event;
}

/** Tries every log over an alphabet for one on which two reducers differ. */
export class EveryLog {
  readonly #alphabet: EventAt[];
  readonly #checks: ExerciseChecks;
  readonly #right: Reducer;
  readonly #wrong: Reducer;

  constructor(alphabet: EventAt[], checks: ExerciseChecks, right: Reducer, wrong: Reducer) {
    this.#alphabet = alphabet;
    this.#checks = checks;
    this.#right = right;
    this.#wrong = wrong;
  }

  /** The first log of this many records that could have happened, and at whose last record `check` fails. */
  firstFailing(check: string, length: number): Case | undefined {
    const letters = Array.from({ length }, (_, place) =>
      this.#alphabet.map((letter) => written(letter, place)),
    );
    const goesOn = (log: Written[], before: Json, other: Json): Case | undefined => {
      for (const next of letters[log.length] ?? []) {
        const longer = [...log, next];
        const states = [
          this.#right.evolve(before, next.event),
          this.#wrong.evolve(other, next.event),
        ] as const;
        const at = this.#partsAt(longer, before, ...states);
        if (longer.length < length) {
          const found = at ? undefined : goesOn(longer, ...states);
          if (found) return found;
        } else if (at && this.#checks.checks.find(({ covers }) => covers(at))?.id === check) {
          const candidate = { records: longer.map(({ record }) => record) };
          if (this.#checks.generated?.possible?.(candidate) ?? true) return candidate;
        }
      }
      return undefined;
    };
    return goesOn([], this.#right.initialState(), this.#wrong.initialState());
  }

  #partsAt(log: Written[], before: Json, expected: Json, actual: Json): CheckContext | null {
    const { compare = (state: Json) => state } = this.#checks;
    const compared = { before: compare(before), expected: compare(expected), actual: compare(actual) };
    const event = log.at(-1)?.event;
    if (!event || sameJson(compared.expected, compared.actual)) return null;
    const { position } = event.metadata;
    const history = log.slice(0, -1).map((each) => each.event);
    return {
      index: history.length,
      offset: position.offset,
      position,
      event,
      command: null,
      history,
      ...compared,
    };
  }
}

function written(letter: EventAt, place: number): Written {
  const record = { key: "k", event: letter(place) };
  const [raw] = placeCase({ records: [{ ...record, offset: place }] }).records;
  const read = raw && readRecord(raw);
  if (!read || !("event" in read)) throw new Error("A letter of the alphabet is no event.");
  return { record, event: read.event };
}
