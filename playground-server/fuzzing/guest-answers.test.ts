import fc from "fast-check";
import { type JSValueHandle, QuickJS } from "quickjs-wasi";
import { expect, vi } from "vitest";
import type { TraceMessage } from "../../engine/fold/trace.ts";
import { loadNodeEngine } from "../../engine/sandbox/node-engine.ts";
import { placeLog } from "../../engine/testing/generated/logs.ts";
import { programLogPair } from "../../engine/testing/generated/program-log-pairs.ts";
import { anyText, numberText } from "../../engine/testing/generated/texts.ts";
import { fuzz } from "./fuzz.ts";
import { mutated } from "./mutations.ts";

/** What the guest answers instead of its driver: in the call with this number, and in all after it. */
interface Case {
  from: number;
  answer: string;
}

const engine = await loadNodeEngine();
const honest = fc.constantFrom(
  '={"n":1}',
  "=[1,2]",
  "=null",
  "~",
  '!{"reason":"is NaN","path":".n"}',
  '={"evolve":"function"}',
  '*{"kind":"object","name":"Error","message":"no","stack":"at evolve (reducer.ts:2:3)"}',
);
const piece = fc.oneof(
  fc.constantFrom(...'=!*~{}[]",:\\'.split("")),
  fc.constantFrom(
    '"__proto__":{"x":1},',
    '"stack":"reducer.ts:99999999999:1"',
    '"kind":"null"',
    "[[[[[[",
    '"path":7,',
  ),
  numberText,
  anyText,
);

fuzz<Case>({
  name: "guest answers",
  cases: fc.record({
    from: fc.nat(12),
    answer: fc.oneof(
      mutated(honest, piece),
      anyText,
      fc.nat(5_000).map((n) => `=${"[".repeat(n)}${"]".repeat(n)}`),
    ),
  }),
  runs: 200,
  async holds({ from, answer }) {
    let calls = 0;
    const real = QuickJS.prototype.callFunction;
    const forged = vi.spyOn(QuickJS.prototype, "callFunction").mockImplementation(function (
      this: QuickJS,
      ...args
    ) {
      const result: JSValueHandle = real.apply(this, args);
      return result.isString && calls++ >= from ? result.consume(() => this.newString(answer)) : result;
    });
    try {
      const { log, ...pair } = programLogPair(5);
      const messages: TraceMessage[] = [];
      const source = `export const initialState = () => ({ n: 0 }); export const evolve = (s) => ({ n: s.n + 1 });`;
      const entry = { kind: "reducer" } as const;
      const request = { runId: "r", ...pair, source, entry, ...placeLog(log, "course.generated") };
      await engine.run(request, (message) => messages.push(JSON.parse(JSON.stringify(message))));
      expect(messages[0]?.kind).toBe("start");
      expect(messages.filter(({ kind }) => kind === "end")).toHaveLength(1);
      expect(messages.at(-1)?.kind).toBe("end");
      const indexes = messages.flatMap((message) => (message.kind === "step" ? [message.index] : []));
      expect(indexes).toEqual(indexes.map((_, i) => i));
    } finally {
      forged.mockRestore();
    }
  },
});
