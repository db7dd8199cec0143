import type { RunBody } from "../../engine/protocol/request-types.ts";

/** Something that somebody asks of the server again and again; `verdicts` are the ends it may have. */
export interface PreparedRequest {
  what: string;
  body: Partial<RunBody>;
  verdicts: string[];
  /** Goes away after so many milliseconds instead of hearing the end. */
  leavesAfter?: number;
}

const reducer = (body: string) => `export const initialState = () => ({ n: 0, all: [] });
export function evolve(state, event) { ${body} }`;

const givenRecords = (count: number): RunBody["log"] => ({
  records: Array.from({ length: count }, (_, n) => ({ key: "k", event: { type: "Counted", data: { n } } })),
});

/** What learners do. `nonce` makes every source another one. */
export function validRequests(nonce: number): PreparedRequest[] {
  const counts = reducer(`return { n: state.n + event.data.n + ${nonce} - ${nonce}, all: [] };`);
  const lists = reducer(`return { n: ${nonce}, all: [...state.all, event.metadata.id] };`);
  return [
    { what: "a small fold", body: { source: counts, log: givenRecords(8) }, verdicts: ["ok"] },
    { what: "a longer fold", body: { source: lists, log: givenRecords(150) }, verdicts: ["ok"] },
    {
      what: "the same fold again",
      body: { source: reducer("return state;"), log: givenRecords(8) },
      verdicts: ["ok"],
    },
    {
      what: "a fold over Kafka",
      body: {
        source: reducer(`return { n: state.n + 1, all: [${nonce}] };`),
        log: { topic: "course.carts" },
      },
      verdicts: ["ok"],
    },
  ];
}

/** What nobody should. */
export function hostileRequests(nonce: number): PreparedRequest[] {
  const prepareRequest = (what: string, body: string, ...verdicts: string[]): PreparedRequest => ({
    what,
    body: { source: reducer(`const nonce = ${nonce}; ${body}`), log: givenRecords(3) },
    verdicts,
  });
  return [
    prepareRequest("an endless loop", "for (;;);", "time-limit"),
    prepareRequest("a built-in without end", "return [new Array(1e9).join()];", "time-limit"),
    prepareRequest(
      "memory without end",
      "const a = []; for (;;) a.push('x'.repeat(1 << 20));",
      "memory-limit",
    ),
    prepareRequest(
      "objects without end",
      "const a = []; for (;;) a.push({ a: 1, b: [2] });",
      "memory-limit",
      "time-limit",
    ),
    prepareRequest("recursion without end", "const f = () => f() + 1; return f();", "stack-limit"),
    prepareRequest("a flood of lines", "for (;;) console.log('x'.repeat(120));", "time-limit"),
    prepareRequest("a state with itself in it", "const o = {}; o.self = o; return o;", "state-invalid"),
    prepareRequest("a promise", "return Promise.resolve(state);", "async-not-allowed"),
    prepareRequest("built-ins replaced", "JSON.parse = () => { throw 1 }; return state;", "ok"),
    prepareRequest("a deep pattern", "return { n: /^(a+)+$/.test('a'.repeat(40) + '!') };", "time-limit"),
    {
      what: "no TypeScript",
      body: { source: `let ${nonce} = ;`, log: givenRecords(1) },
      verdicts: ["compile-error"],
    },
    {
      what: "deep brackets",
      body: { source: "(".repeat(5_000), log: givenRecords(1) },
      verdicts: ["compile-error"],
    },
    { ...prepareRequest("a loop whose author leaves", "return [new Array(1e9).join()];"), leavesAfter: 300 },
    { ...prepareRequest("a fold whose reader leaves", "return state;", "ok"), leavesAfter: 1 },
  ];
}
