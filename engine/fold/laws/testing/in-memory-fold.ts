import { type Event, type RawRecord, readRecord } from "../../event.ts";
import type { Json } from "../../json.ts";
import type { Change, Folded, Folding, FoldRequest } from "../folding-interface.ts";
import { createRandom } from "../seeded-random.ts";
import { pathOfFirstDifference } from "../violation.ts";

/** The two functions of a fold. */
export interface Reducer<State extends Json = Json> {
  initialState(): State;
  evolve(state: State, event: Event): State;
}

/** What code can reach apart from its arguments. A fold should need neither. */
export interface World {
  /** Milliseconds since the epoch. */
  now(): number;
  /** From 0 up to 1. */
  random(): number;
}

/**
 * A folding of plain functions, in memory. `make` gives a fresh reducer for every fold. The fold stops where the code
 * throws, or changes the state or the event that it was given.
 */
export function foldingOf<State extends Json>(make: (world: World) => Reducer<State>): Folding {
  return async (requests) =>
    requests.map((request) => foldInMemory(make as (world: World) => Reducer, request));
}

function foldInMemory(make: (world: World) => Reducer, { records, from, seed = 1 }: FoldRequest): Folded {
  const states: Json[] = [];
  try {
    const reducer = make(worldOf(seed));
    let state = from === undefined ? reducer.initialState() : copyOf(from);
    states.push(copyOf(state));
    for (const record of records) {
      const step = apply(reducer, state, states.at(-1) as Json, record);
      if ("changed" in step) return { states, stopped: step };
      state = step.next;
      states.push(copyOf(state));
    }
    return { states, stopped: null };
  } catch (thrown) {
    return { states, stopped: { message: String(thrown) } };
  }
}

type Applied = { next: Json } | { message: string; changed: Change };

/** One application. `written` is the state as it was when it was returned. */
function apply(reducer: Reducer, state: Json, written: Json, raw: RawRecord): Applied {
  const record = readRecord(raw);
  if (!("event" in record)) return { next: state };
  const event = copyOf(record.event as unknown as Json);
  const change = () =>
    changeOf("state", written, state) ?? changeOf("event", record.event as unknown as Json, event);
  try {
    const next = reducer.evolve(state, event as unknown as Event);
    const changed = change();
    return changed ? { message: `The ${changed.of} was changed.`, changed } : { next };
  } catch (thrown) {
    const changed = change();
    if (changed) return { message: String(thrown), changed };
    throw thrown;
  }
}

function changeOf(of: Change["of"], before: Json, given: Json): Change | null {
  const after = copyOf(given);
  const path = pathOfFirstDifference(before, after);
  return path && { of, path, after };
}

/** A state is what its JSON says: that is what a snapshot keeps of it. */
function copyOf(state: Json): Json {
  const text: string | undefined = JSON.stringify(state);
  if (text === undefined) throw new TypeError("The state cannot be written as JSON.");
  return JSON.parse(text);
}

function worldOf(seed: number): World {
  const moment = Date.UTC(2026, 0, 1) + (seed % 1_000_000_000);
  return { now: () => moment, random: createRandom(seed) };
}
