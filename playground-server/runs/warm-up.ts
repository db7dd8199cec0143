import type { Engine } from "../../engine/sandbox/engine.ts";
import type { RunRequest } from "../../engine/sandbox/run-request.ts";

/** Many small steps and one long one. */
const source = `export function initialState() { return { sum: 0, seen: [] }; }
export function evolve(state: any, event: any) {
  let sum = state.sum;
  for (let i = 0; i < 200; i++) sum += event.data.n;
  console.log(sum);
  return { ...state, sum, seen: [...state.seen.slice(-5), event.metadata.id] };
}`;
const records = 300;
const rounds = 2;

/**
 * Folds until V8 has compiled the engine's interpreter for good. It does not change over inside a call: an event that
 * is long in work would run all of it at a third of the speed, and be stopped at the hard limit instead of its own.
 */
export async function warmUp(engine: Engine): Promise<void> {
  const request: RunRequest = {
    runId: "warm-up",
    source,
    entry: { kind: "reducer" },
    scope: "all",
    seed: 1,
    slice: { topic: "warm-up", partitions: [{ partition: 0, from: 0, to: records }] },
    records: Array.from({ length: records }, (_, offset) => ({
      position: { topic: "warm-up", partition: 0, offset },
      timestamp: 0,
      key: "k",
      headers: {},
      value: JSON.stringify({ type: "Warmed", data: { n: offset } }),
    })),
  };
  for (let round = 0; round < rounds; round++) await engine.run(request, () => {});
}
