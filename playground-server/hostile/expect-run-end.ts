import { expect } from "vitest";
import type { Verdict } from "../../engine/fold/trace.ts";
import type { RunBody } from "../../engine/protocol/request-types.ts";
import { givenRecords } from "../testing/test-playground.ts";
import type { HostileCase } from "./case.ts";
import type { Run } from "./parse-run-answer.ts";
import type { TargetServer } from "./target-server.ts";

/** A reducer whose `evolve` has this body; `before` stands before it in the module. */
export function reducer(body: string, { before = "", initial = "{ n: 0 }" } = {}): string {
  return `${before}
export const initialState = () => (${initial});
export function evolve(state, event) { ${body} }`;
}

/** A reducer that does something at one record only and counts the others. */
export function reducerAt(offset: number, body: string): string {
  return reducer(`if (event.metadata.position.offset === ${offset}) { ${body} } return { n: state.n + 1 };`);
}

/** How a run that is stopped ends. */
export interface Stopped {
  /** One; several only where the table says "or". */
  verdict: Verdict | Verdict[];
  /** What the sentence tells of the limit or the mistake, and what to try. */
  says: RegExp;
  /** The step that failed; -1 where the code could not be loaded. */
  index?: number;
  body?: Omit<RunBody, "source">;
}

/** Runs a program that has to be stopped, and holds what the learner sees: verdict, sentence, place, the steps before. */
export async function stopped(target: TargetServer, source: string, expected: Stopped): Promise<Run> {
  const { verdict, says, index = 0, body = { log: givenRecords(3) } } = expected;
  const run = await target.run(source, body);
  const { end, steps } = run;
  expect([verdict].flat(), end.message).toContain(end.verdict);
  expect(end.message).toMatch(says);
  expect(end.message.length).toBeLessThan(1_000);
  expect(end.at?.index).toBe(index);
  expect(end.at?.position?.offset).toBe(index < 0 ? undefined : index);
  const before = Math.max(0, index);
  expect(end.steps).toBe(before);
  expect(steps.map((step) => step.index)).toEqual(Array.from({ length: before }, (_, i) => i));
  return run;
}

/** Runs a program that has to pass and end in this state. */
export async function passed(
  target: TargetServer,
  source: string,
  state: unknown,
  body: Omit<RunBody, "source"> = {},
): Promise<Run> {
  const run = await target.run(source, body);
  expect(run.end).toMatchObject({ verdict: "ok", message: "", at: null });
  expect(run.end.state).toEqual(state);
  return run;
}

/** A case whose programs all have to be stopped in the same way. */
export function expectStop(
  id: string,
  what: string,
  sources: string | string[],
  expected: Stopped,
): HostileCase {
  return {
    id,
    what,
    async try(target) {
      for (const source of [sources].flat()) await stopped(target, source, expected);
    },
  };
}

/** A case whose program has to pass. */
export function passes(id: string, what: string, source: string, state: unknown): HostileCase {
  return {
    id,
    what,
    async try(target) {
      await passed(target, source, state);
    },
  };
}
