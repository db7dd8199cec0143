import { expect } from "vitest";
import type { RawRecord } from "../../fold/event.ts";
import { collectTrace } from "../../fold/states-of-trace.ts";
import type { Trace, TraceEnd, TraceMessage } from "../../fold/trace.ts";
import { expectSentences } from "../../sentences/testing/expect-sentences.ts";
import type { Engine } from "../engine.ts";
import { loadNodeEngine } from "../node-engine.ts";
import type { RunRequest } from "../run-request.ts";

export const engine = await loadNodeEngine();

/** A record that holds an event `Added`. */
export const recordOf = (offset: number, data: object, key = "k"): RawRecord => ({
  position: { topic: "given", partition: 0, offset },
  timestamp: 1_000 * offset,
  key,
  headers: {},
  value: JSON.stringify({ type: "Added", data }),
});

/** So many records from offset 0 on, each an event without data. */
export const recordsOf = (count: number): RawRecord[] =>
  Array.from({ length: count }, (_, offset) => recordOf(offset, {}));

/** Three events whose data are `{ n: 1 }`, `{ n: 2 }` and `{ n: 3 }`. */
export const threeRecords = [1, 2, 3].map((n, offset) => recordOf(offset, { n }));

/** A run of a source, as a reducer over `threeRecords` unless the request says something else. */
export function requestOf(source: string, request: Partial<RunRequest> = {}): RunRequest {
  const { records = threeRecords } = request;
  const slice = { topic: "given", partitions: [{ partition: 0, from: 0, to: records.length }] };
  return {
    runId: "r",
    source,
    entry: { kind: "reducer" },
    scope: "all",
    records,
    slice,
    seed: 1,
    ...request,
  };
}

/** The trace of such a run. It has one end, which comes last. */
export async function runSource(
  source: string,
  request: Partial<RunRequest> = {},
  on: Engine = engine,
): Promise<Trace> {
  const messages: TraceMessage[] = [];
  await on.run(requestOf(source, request), (message) => messages.push(message));
  expect(messages.filter(({ kind }) => kind === "end")).toHaveLength(1);
  expect(messages.at(-1)?.kind).toBe("end");
  expectSentences(messages.at(-1) as TraceEnd);
  return collectTrace(messages);
}

/** A reducer in TypeScript with this body of `evolve(state, event)`, and with this initial state as source text. */
export const reducerWith = (body: string, initial = "{ sum: 0 }") =>
  `type E = { data: { n: number } };
export function initialState() { return ${initial}; }
export function evolve(state: any, event: any) { ${body} }`;
