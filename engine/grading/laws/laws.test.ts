import { describe, expect, test } from "vitest";
import type { Json } from "../../fold/json.ts";
import type { Entry } from "../../fold/trace.ts";
import type { CheckMessage, CheckOutcome } from "../../protocol/response-types.ts";
import { loadNodeEngine } from "../../sandbox/node-engine.ts";
import { lawSentences } from "../../sentences/english/laws.ts";
import { expectSentences } from "../../sentences/testing/expect-sentences.ts";
import type { LawMessages } from "../checks.ts";
import { foldCasesIn } from "../fold-cases.ts";
import { placeCase } from "../fold-job.ts";
import { type GradedExercise, Grader } from "../grader.ts";
import { differenceOf, type LawId } from "./law.ts";

const fold = foldCasesIn(await loadNodeEngine());

const paid = (key: string, cents: number, id: string) => ({
  key,
  event: { type: "Paid", data: { cents }, metadata: { id, occurredAt: "2026-03-02T09:00:00Z" } },
});
const records = [paid("ann", 100, "p0"), paid("bob", 250, "p1"), paid("ann", 70, "p2")];

const carols = [paid("carol", 10, "c0"), paid("carol", 20, "c1")];

/** A sum of payments: what is right depends on which laws are asked. */
const careful = `export const initialState = () => ({ sum: 0, seen: [] });
export function evolve(state, event) {
  if (event.type !== "Paid" || state.seen.includes(event.metadata.id)) return state;
  return { sum: state.sum + event.data.cents, seen: [...state.seen, event.metadata.id] };
}`;

function exercise(law: LawId, more: Partial<GradedExercise> = {}, words: LawMessages = {}): GradedExercise {
  const any = { id: "sum", title: "The sum", covers: () => true, message: () => "The sum?" };
  return {
    id: "payments",
    entry: { kind: "reducer" } as Entry,
    scope: "all" as const,
    records: placeCase({ records }).records,
    solution: careful,
    laws: { [law]: true },
    checks: {
      checks: [any],
      cases: [{ records: carols }],
      compare: (state) => (state as { sum: number }).sum,
      words,
    },
    ...more,
  };
}

async function grade(of: GradedExercise, source: string): Promise<CheckMessage[]> {
  const messages: CheckMessage[] = [];
  await new Grader(of, fold, 1).grade(source, (message) => messages.push(message));
  messages.forEach(expectSentences);
  return messages;
}

async function failure(of: GradedExercise, source: string): Promise<CheckOutcome> {
  const failed = (await grade(of, source)).find((message) => message.kind === "check" && !message.passed);
  return failed as CheckOutcome;
}

/** Each is right on the log as it is, and breaks one law there or on the further case about carol. */
const broken: Record<Exclude<LawId, "crash">, string> = {
  unknown: careful
    .replace('event.type !== "Paid" ||', "")
    .replace("event.data.cents", "(event.data.cents ?? 1)"),
  replay: careful.replace(
    "state.sum +",
    '(event.metadata.key === "carol" && Date.now() > 1.9e12 ? 0 : state.sum) +',
  ),
  snapshot: `let carols = 0;\n${careful.replace(
    "state.sum + event.data.cents",
    'event.metadata.key === "carol" ? (carols += event.data.cents) : state.sum + event.data.cents',
  )}`,
  duplicates: careful.replace("|| state.seen.includes(event.metadata.id)", ""),
  interleavings: careful.replace(
    "event.data.cents,",
    'event.data.cents + (state.seen.length === 1 && event.metadata.key === "ann" ? 1 : 0),',
  ),
};

describe.each(Object.entries(broken) as [Exclude<LawId, "crash">, string][])("%s", (law, source) => {
  test("what keeps the law passes, and the law is among what was passed", async () => {
    const messages = await grade(exercise(law), careful);
    expect(messages.at(-1)).toMatchObject({ kind: "end", passed: true });
    expect(messages.filter((message) => message.kind === "check").map(({ id }) => id)).toContain(law);
  });

  test("what breaks it is told so, in four pieces, with a small log of its own", async () => {
    const failed = await failure(exercise(law), source);
    expect(failed.id).toBe(law);
    expect(failed.message).toMatch(/\?$/);
    expect(failed.message).toMatch(/ffset \d|first record/);
    expect(failed.counterexample?.records.length).toBeLessThanOrEqual(3);
    expect(failed.firstDivergence?.position ?? null).toBeNull();
  });

  test("the two folds it lays side by side end differently in what counts", async () => {
    const of = exercise(law);
    const { folds = [], counterexample } = await failure(of, source);
    const job = { source, entry: of.entry, scope: of.scope, twice: false };
    const ends = [];
    for (const { case: log, from, seed = 1 } of folds) {
      const placed = { ...placeCase(log), ...(from !== undefined && { from }) };
      const [trace] = await fold({ ...job, seed }, [placed]);
      ends.push(of.checks.compare?.(trace?.end.state as Json));
    }
    expect(ends).toHaveLength(2);
    expect(ends[0]).not.toEqual(ends[1]);
    expect([folds[0]?.case, folds[1]?.case]).toContainEqual(counterexample);
  });

  test("where the exercise does not ask it, nobody does", async () => {
    const messages = await grade({ ...exercise(law), laws: {} }, source);
    expect(messages.at(-1)).toMatchObject({ kind: "end", passed: true });
  });

  test("an exercise may say it in its own words", async () => {
    const words = { [law]: () => "In our own words?" };
    const { message } = await failure(exercise(law, {}, words), source);
    expect(message).toMatch(/^(This happens in [^.]+ log[^.]*\. )?In our own words\?$/);
  });
});

describe("crash", () => {
  const decider = (guard: string) => `export const initialState = () => ({ paid: 0, mails: 0 });
export function evolve(state, { type }) {
  if (type === "Paid") return { ...state, paid: state.paid + 1 };
  if (type === "Mailed") return { ...state, mails: state.mails + 1 };
  return state;
}
export function decide({ type }, state) {
  if (type !== "Pay") return { rejected: "unknown" };
  return [{ type: "Paid", data: {} }, { type: "Mailed", data: {} }]${guard};
}`;
  const right = decider('.filter(({ type }) => (type === "Paid" ? state.paid : state.mails) === 0)');
  const of = (words: LawMessages = {}) =>
    exercise("crash", {
      entry: { kind: "decider" },
      records: placeCase({ records: [] }).records,
      commands: [{ type: "Pay", data: {} }],
      solution: right,
      checks: { checks: [{ id: "any", title: "Any", covers: () => true, message: () => "?" }], words },
    });

  test("events that are decided again only where they are missing pass", async () => {
    expect((await grade(of(), right)).at(-1)).toMatchObject({ passed: true });
  });

  test("what is paid again after a crash is told with the cut, and the log holds what was appended", async () => {
    const failed = await failure(of(), decider(""));
    expect(failed.id).toBe("crash");
    expect(failed.message).toContain("when 1 of the 2 events of Pay was in the log, and Pay was sent again");
    expect(failed.message).toContain("`paid` is 2 and should be 1");
    expect(failed.folds).toMatchObject([
      { case: { records: [], commands: [{ type: "Pay" }] } },
      { case: failed.counterexample },
    ]);
    expect(failed.counterexample).toMatchObject({
      records: [{ event: { type: "Paid" } }],
      commands: [{ type: "Pay" }],
    });
  });

  test("all of the events in the log and no answer is a crash too", async () => {
    // Goes on where it stood, and begins again where it had come to the end.
    const forgets = decider(".slice(state.paid - state.mails)");
    expect((await failure(of(), forgets)).message).toContain("when 2 of the 2 events");
  });
});

test("a state's key may have the name of what every object inherits", () => {
  const parted = (expected: Json, actual: Json) =>
    lawSentences["replay-differs"]({
      offset: 1,
      ...differenceOf({ index: 0, position: null, path: ["constructor"], expected, actual }),
    });
  expect(parted({ constructor: 1 }, {})).toContain(": `constructor` is missing and should be 1. ");
  expect(parted({}, { constructor: 1 })).toContain(": `constructor` is 1 and should be missing. ");
});
