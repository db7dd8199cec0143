import type { RunBody } from "../../engine/protocol/request-types.ts";

type Body = Pick<RunBody, "source" | "log">;

const givenRecords = (records: number): Body["log"] => ({
  records: Array.from({ length: records }, (_, n) => ({ key: "k", event: { type: "Counted", data: { n } } })),
});

const reducer = (body: string) => `export const initialState = () => ({ n: 0 });
export function evolve(state, event) { ${body} }`;

/** Counts its records. `nonce` makes every source another one, so that no answer comes from the cache. */
export function countingRun(nonce: number, log = givenRecords(20)): Body {
  return { source: reducer(`/* ${nonce} */ return { n: state.n + 1 };`), log };
}

/** Sits in a built-in that the engine never leaves: only a kill from outside ends it. */
export function endlessProgram(nonce: number): Body {
  return {
    source: reducer(`return { n: [].indexOf.call({ length: 2 ** 53 - 1 }, ${nonce}) };`),
    log: givenRecords(1),
  };
}

/** Loops where the engine counts. */
export function endlessRun(nonce: number): Body {
  return { source: reducer(`for (let i = ${nonce}; ; i++);`), log: givenRecords(1) };
}

/** A trace of about 16 MB. */
export function largeTraceRun(): Body {
  return {
    source: reducer('return { n: String(event.data.n).padEnd(16_000, "x") };'),
    log: givenRecords(1_000),
  };
}
