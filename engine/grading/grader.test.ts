import { expect, test } from "vitest";
import type { CheckMessage, CheckProgress } from "../protocol/response-types.ts";
import { loadNodeEngine } from "../sandbox/node-engine.ts";
import { expectSentences } from "../sentences/testing/expect-sentences.ts";
import type { Case, Check, ExerciseChecks } from "./checks.ts";
import { foldCasesIn } from "./fold-cases.ts";
import { placeCase } from "./fold-job.ts";
import { type GradedExercise, Grader } from "./grader.ts";

const fold = foldCasesIn(await loadNodeEngine());

const reducer = (body: string) =>
  `export const initialState = () => ({ n: 0 });\nexport function evolve(state, event) { ${body} }`;
const added = (n: number) => ({ key: "k", event: { type: "Added", data: { n } } });

const exercise = (checks: Partial<ExerciseChecks> = {}): GradedExercise => ({
  id: "sum",
  entry: { kind: "reducer" },
  scope: "all",
  records: placeCase({ records: [added(1), added(2), added(3)] }).records,
  solution: reducer("return { n: state.n + event.data.n };"),
  checks: {
    checks: [
      { id: "two", title: "Two", covers: (at) => at.offset === 1, message: () => "two" },
      { id: "any", title: "Any", covers: () => true, message: (at) => `${at.actual} at ${at.offset}` },
    ],
    ...checks,
  },
});

async function grade(source: string, of = exercise()): Promise<CheckMessage[]> {
  const messages: CheckMessage[] = [];
  await new Grader(of, fold, 1).grade(source, (message) => messages.push(message));
  messages.forEach(expectSentences);
  return messages;
}

test("another way to the same states passes every check", async () => {
  const messages = await grade(reducer("const { n } = event.data; return { n: n + state.n };"));
  expect(messages.every((m) => m.passed)).toBe(true);
  expect(messages.at(-1)).toMatchObject({ kind: "end", passed: true, message: "Right." });
});

test("one further log is said in the singular", async () => {
  const messages = await grade(exercise().solution, exercise({ cases: [{ records: [added(7)] }] }));
  expect(messages.at(-1)).toMatchObject({ message: "Right on this log and on 1 generated log." });
  expect(messages).toContainEqual(expect.objectContaining({ id: "generated", title: "1 generated log" }));
});

test("the check that covers the first divergence speaks, and the ones before it count as passed", async () => {
  const messages = await grade(reducer("return { n: event.data.n === 3 ? -1 : state.n + event.data.n };"));
  expect(messages.slice(0, 2)).toMatchObject([
    { id: "two", passed: true },
    {
      id: "any",
      passed: false,
      firstDivergence: { index: 2, position: { offset: 2 }, expected: { n: 6 }, actual: { n: -1 } },
      counterexample: { records: [added(3)] },
    },
  ]);
  expect(messages.at(-1)).toMatchObject({ kind: "end", verdict: "ok", passed: false });
});

test("what the lesson's log does not show is found on a generated one, cut down to the smallest", async () => {
  const generated: ExerciseChecks["generated"] = {
    cases: (fc) => fc.array(fc.nat(20).map(added), { maxLength: 12 }).map((records) => ({ records })),
  };
  const checks = [{ id: "any", title: "Any", covers: () => true, message: () => "any" }];
  const wrong = reducer("return { n: event.data.n > 10 ? state.n : state.n + event.data.n };");
  const failed = (await grade(wrong, exercise({ checks, generated }))).find(
    (m) => m.kind === "check" && !m.passed,
  );
  expect(failed).toMatchObject({
    counterexample: { records: { length: 1 } },
    message: "This happens in a generated log. any",
    log: expect.any(Number),
  });
});

test("a message about an author's further log says that it is about another log", async () => {
  const cases = [{ records: [added(7)] }];
  const any = [{ id: "any", title: "Any", covers: () => true, message: () => "any" }];
  const wrong = reducer("return { n: event.data.n > 5 ? state.n : state.n + event.data.n };");
  const messages = await grade(wrong, exercise({ checks: any, cases }));
  // It is no generated log: no seed leads to it.
  expect(messages.find((m) => m.kind === "check" && !m.passed)).not.toHaveProperty("log");
  expect(messages.at(-1)).toMatchObject({
    message: "This happens in another log of the checks, not in the log that you see. any",
  });
});

test("a message about the exercise's own log names no other log", async () => {
  const messages = await grade(reducer("return state;"));
  expect(messages.at(-1)).toMatchObject({ message: expect.not.stringContaining("log") });
});

test("a message about events of an unknown type says that they were added to the log", async () => {
  const counts = reducer('return { n: event.type === "Added" ? state.n + event.data.n : 0 };');
  const messages = await grade(counts, { ...exercise(), laws: { unknown: true } });
  expect(messages.at(-1)).toMatchObject({
    message: expect.stringMatching(
      /^This happens in a copy of the log to which events of an unknown type were added\. Offset 1 /,
    ),
  });
});

test("where a state cannot be kept, the message says what was returned, and the check is silent", async () => {
  const messages = await grade(reducer("return { n: state.n + event.data.m };"));
  expect(messages.at(-1)).toMatchObject({
    message: expect.stringMatching(
      /^At offset 0, `evolve` returned a state in which `n` is NaN, not a number\./,
    ),
  });
});

test.each([
  ["runs", "code that does not compile", "let x = ;"],
  ["runs", "an accident", reducer("return { n: event.nothing.n };")],
  ["mutation", "a state changed in place", reducer("state.n += event.data.n; return state;")],
  [
    "mutation",
    "an event changed in place",
    reducer("event.data.n += 1; return { n: state.n + event.data.n - 1 };"),
  ],
  ["determinism", "chance", reducer("return { n: Math.random() };")],
])("the law %s speaks about %s", async (id, _what, source) => {
  const failed = (await grade(source)).find((m) => m.kind === "check" && !m.passed);
  expect(failed).toMatchObject({ id });
});

test("a comparison that cannot read a state counts it as nothing and does not break grading", async () => {
  const compare = (state: unknown) => (state as { n: number }).n.toFixed();
  const messages = await grade(reducer("return null;"), exercise({ compare }));
  expect(messages.at(-1)).toMatchObject({ kind: "end", passed: false });
});

const staysInRoom = (room: string, n: number) => ({ key: room, event: { type: "Added", data: { n, room } } });
const ofRooms = (
  records: ReturnType<typeof staysInRoom>[],
  checks: Partial<ExerciseChecks>,
): GradedExercise => ({
  ...exercise({
    checks: [
      {
        id: "room",
        title: "Room",
        covers: () => true,
        message: (at) => `Room ${at.event?.metadata.key}`,
      },
    ],
    ...checks,
  }),
  records: placeCase({ records }).records,
});
const failedOf = async (source: string, of: GradedExercise) =>
  (await grade(source, of)).find((m) => m.kind === "check" && !m.passed);

test("the message and the smallest log of a failure speak of the same command", async () => {
  const decider = (answer: string) =>
    `${reducer("return state;")}\nexport function decide(command) { return ${answer}; }`;
  const commands = ["302", "303"].map((room) => ({ type: "Clean", data: { room } }));
  const cleans: Check = {
    id: "cleans",
    title: "Cleans",
    covers: () => true,
    message: ({ command }) => `Room ${Object(command?.data).room}`,
  };
  const solution = decider('[{ type: "Cleaned", data: command.data }]');
  const of = { ...exercise({ checks: [cleans] }), entry: { kind: "decider" as const }, solution, commands };
  const failed = await failedOf(decider("[]"), of);
  expect(failed).toMatchObject({
    message: "Room 302",
    counterexample: { records: [], commands: [commands[0]] },
  });
  expect(failed).not.toHaveProperty("counterexampleMessage");
});

test("a smaller log of other records comes with a message of its own", async () => {
  const cases = [{ records: [staysInRoom("309", 9)] }];
  const own = [staysInRoom("301", 1), staysInRoom("302", 7)];
  // Nothing of the log on screen can be left out.
  const possible = ({ records }: Case) => records.length === 2 || records[0]?.key === "309";
  const generated = {
    cases: (fc: typeof import("fast-check")) => fc.constant<Case>({ records: [] }),
    possible,
  };
  const wrong = reducer("return { n: event.data.n > 5 ? state.n : state.n + event.data.n };");
  const failed = await failedOf(wrong, ofRooms(own, { cases, generated }));
  expect(failed).toMatchObject({
    message: "Room 302",
    counterexample: { records: cases[0]?.records },
    counterexampleMessage: { message: "Room 309" },
  });
});

test("whoever asks hears which logs are folded, that the laws come, and the search for the smallest log", async () => {
  const generated: ExerciseChecks["generated"] = {
    cases: (fc) => fc.array(fc.nat(20).map(added), { maxLength: 12 }).map((records) => ({ records })),
  };
  const hear = async (source: string) => {
    const heard: CheckProgress[] = [];
    const messages: CheckMessage[] = [];
    const emit = (message: CheckMessage) => messages.push(message);
    await new Grader(exercise({ generated }), fold, 1).grade(source, emit, (progress) =>
      heard.push(progress),
    );
    expect(messages.every(({ kind }) => kind === "check" || kind === "end")).toBe(true);
    return heard.map(({ kind, ...told }) => told);
  };
  const right = await hear(reducer("const { n } = event.data; return { n: n + state.n };"));
  expect(right[0]).toEqual({ doing: "generated-logs", from: 1, to: 40, of: 200 });
  expect(right.slice(-2)).toEqual([
    { doing: "generated-logs", from: 161, to: 200, of: 200 },
    { doing: "laws" },
  ]);
  // What failed, and why, is told before the search for the smallest log, which may take its time.
  expect(await hear(reducer("return state;"))).toEqual([
    {
      doing: "smallest-log",
      title: expect.stringMatching(/./),
      message: expect.stringMatching(/./),
      sentences: expect.anything(),
    },
  ]);
});
