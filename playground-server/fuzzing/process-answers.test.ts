import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, vi } from "vitest";
import type { TraceMessage } from "../../engine/fold/trace.ts";
import { engineFault } from "../../engine/sandbox/fold-failures.ts";
import { loadNodeEngine } from "../../engine/sandbox/node-engine.ts";
import type { RunRequest } from "../../engine/sandbox/run-request.ts";
import { placeLog } from "../../engine/testing/generated/logs.ts";
import { programLogPair } from "../../engine/testing/generated/program-log-pairs.ts";
import { anyText, numberText } from "../../engine/testing/generated/texts.ts";
import { runLimits } from "../runs/limits.ts";
import { Runner } from "../runs/runner.ts";
import { readAnswer } from "../runs/sandbox-answer-schema.ts";
import { SandboxProcess } from "../runs/sandbox-process.ts";
import { TraceSoFar } from "../runs/trace-so-far.ts";
import { silentLogger } from "../testing/test-playground.ts";
import { fuzz } from "./fuzz.ts";
import { mutated } from "./mutations.ts";

const { log } = programLogPair(5);
const source = `export const initialState = () => ({ list: [] });
export const evolve = (s, e) => ({ list: [...s.list, e.type], last: e.data });`;
const request: RunRequest = {
  runId: "r",
  source,
  entry: { kind: "reducer" },
  scope: "by-key",
  seed: 1,
  ...placeLog([...log, ...programLogPair(7).log], "course.generated"),
};

/** What an honest process says to this run. */
const honest: string[] = [];
await (await loadNodeEngine()).run(request, (message) =>
  honest.push(JSON.stringify({ kind: "message", request: 0, message })),
);
honest.push(JSON.stringify({ kind: "done", health: "healthy" }));

const piece = fc.oneof(
  fc.constantFrom(...'{}[]",:\\-\n'.split("")),
  fc.constantFrom(
    '"__proto__":{"x":1},',
    '"constructor":1,',
    "1e999",
    "-1",
    "9".repeat(40),
    "null",
    "\ufeff",
    "\u2028",
  ),
  fc.constantFrom(
    '"path":"/list/-1"',
    '"path":"/__proto__/x"',
    `"path":"${"/0".repeat(300)}"`,
    '"op":"remove"',
  ),
  numberText,
  anyText,
);
const line = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...honest) },
  { weight: 2, arbitrary: mutated(fc.constantFrom(...honest), piece) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('{"kind":"ready","engine":"other"}', '{"kind":"again"}', "", "null"),
  },
  {
    weight: 1,
    arbitrary: fc.nat(100_000).map((n) => {
      const state = `${"[".repeat(n)}${"]".repeat(n)}`;
      return `{"kind":"message","request":0,"message":{"kind":"keyframe","index":0,"state":${state}}}`;
    }),
  },
);
/** Lines as they came, a part of them changed, moved or said twice; or anything at all. */
const said = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.nat(honest.length), fc.array(line, { maxLength: 5 }), fc.nat(honest.length))
      .map(([until, others, from]) => [...honest.slice(0, until), ...others, ...honest.slice(from)]),
  },
  { weight: 1, arbitrary: fc.array(line, { maxLength: 20 }) },
);

/** What must be true of a trace that a learner gets, whatever the process said. */
function expectWhole(messages: TraceMessage[]): void {
  expect(messages.map((message) => JSON.stringify(message)).every((text) => text.length > 0)).toBe(true);
  expect(messages[0]?.kind).toBe("start");
  expect(messages.filter(({ kind }) => kind === "start")).toHaveLength(1);
  expect(messages.filter(({ kind }) => kind === "end")).toHaveLength(1);
  expect(messages.at(-1)?.kind).toBe("end");
  const indexes = messages.flatMap((message) => (message.kind === "step" ? [message.index] : []));
  expect(indexes).toEqual(indexes.map((_, i) => i));
  expect(({} as { x?: unknown }).x).toBeUndefined();
}

fuzz<string[]>({
  name: "process answers",
  cases: said,
  runs: 1_000,
  holds(lines) {
    const messages: TraceMessage[] = [];
    const trace = new TraceSoFar(request, "engine", (message) => messages.push(message));
    for (const line of lines) {
      const answer = readAnswer(line);
      if (answer?.kind === "message" && !(answer.request === 0 && trace.take(answer.message))) break;
    }
    trace.end(engineFault());
    expectWhole(messages);
  },
});

/** A process that says what it is given instead of folding. */
const echo = "testing/echo-process.ts";
const noLog = {
  stream: () => {
    throw new Error("Nothing here is long.");
  },
  read: async () => [],
};
const runner = new Runner({
  slots: 1,
  limits: runLimits,
  cacheBytes: 0,
  logger: silentLogger,
  long: { parts: noLog, folder: join(import.meta.dirname, "no-folds") },
});
afterAll(() => runner.close());

fuzz<string[]>({
  name: "processes",
  cases: said,
  runs: 15,
  async holds(lines) {
    const taken: SandboxProcess[] = [];
    const take = vi.spyOn(runner.pool, "take").mockImplementation(async () => {
      const process = new SandboxProcess(runLimits, echo);
      taken.push(process);
      await process.ready;
      return process;
    });
    const giveBack = vi.spyOn(runner.pool, "giveBack").mockResolvedValue("kept");
    try {
      const messages: TraceMessage[] = [];
      await runner.run(
        { session: "fuzz", account: "fuzz", address: "fuzz", kind: "run", place: "page" },
        // The echo says the source; the trace knows the run by its own name.
        async () => ({ ...request, source: lines.join("\n") }),
        (message) => messages.push(message),
        new AbortController().signal,
      );
      expectWhole(messages.filter(({ kind }) => kind !== "progress"));
    } finally {
      take.mockRestore();
      giveBack.mockRestore();
      for (const process of taken) process.kill();
      await Promise.all(taken.map(({ gone }) => gone));
    }
  },
});
