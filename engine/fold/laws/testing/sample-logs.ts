import fc from "fast-check";
import type { RawRecord } from "../../event.ts";
import type { Json } from "../../json.ts";
import type { Reducer } from "./in-memory-fold.ts";

/** A log of one partition, an event of each type in turn; null is a tombstone. */
export function logOf(types: (string | null)[], partition = 0): RawRecord[] {
  return types.map((type, offset) => ({
    position: { topic: "given", partition, offset },
    timestamp: 1_000 * offset,
    key: `key-${partition}`,
    headers: {},
    value: type === null ? null : JSON.stringify({ type, data: { n: offset + 1 } }),
  }));
}

/** Types of the events of a log, tombstones among them. */
export const types = (most: number, least = 0) =>
  fc.array(fc.constantFrom("A", "B", "C", null), { minLength: least, maxLength: most });

export const logs = types(12).map((given) => logOf(given));

/** Up to three partitions with up to `most` records each. */
export const partitions = (most: number) =>
  fc
    .array(types(most), { maxLength: 3 })
    .map((all) => all.map((given, partition) => logOf(given, partition)));

/** Any function of state and event, as a reducer: its results are as good as random, and always the same. */
export const pureReducers: fc.Arbitrary<Reducer> = fc
  .tuple(fc.jsonValue({ maxDepth: 1 }), fc.func(fc.jsonValue({ maxDepth: 2 })))
  .map(([initial, result]) => ({
    initialState: () => initial as Json,
    evolve: (state, event) => result(JSON.stringify([state, event])) as Json,
  }));

const three = fc.nat(2);
const row = fc.tuple(three, three, three);
const table = fc.tuple(row, row, row);

/** What a machine with the states 0, 1 and 2 makes of a type in a state. */
export type StateMachine = (state: number, type: string) => number;

/** Any such machine: most count a duplicate, and most care about the order. */
export const machines: fc.Arbitrary<StateMachine> = table.map(
  (next) => (state, type) => next[state]?.["ABC".indexOf(type)] as number,
);

export function machineReducer(machine: StateMachine): Reducer<{ at: number }> {
  return { initialState: () => ({ at: 0 }), evolve: ({ at }, { type }) => ({ at: machine(at, type) }) };
}

/** Each event once, known by its id: the reducer behind it gets no second one. */
export function oncePerId(reducer: Reducer): Reducer<{ seen: string[]; state: Json }> {
  return {
    initialState: () => ({ seen: [], state: reducer.initialState() }),
    evolve: (once, event) =>
      once.seen.includes(event.metadata.id)
        ? once
        : { seen: [...once.seen, event.metadata.id], state: reducer.evolve(once.state, event) },
  };
}

/** A state for each key. */
export function foldByKey(reducer: Reducer): Reducer<Record<string, Json>> {
  return {
    initialState: () => ({}),
    evolve: (states, event) => {
      const key = event.metadata.key ?? "";
      return { ...states, [key]: reducer.evolve(states[key] ?? reducer.initialState(), event) };
    },
  };
}
