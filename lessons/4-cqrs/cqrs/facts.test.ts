import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import type { Json, JsonObject } from "../../../engine/fold/json.ts";
import { collectTrace, stateAt } from "../../../engine/fold/states-of-trace.ts";
import type { Command, Entry, Trace, TraceMessage } from "../../../engine/fold/trace.ts";
import { loadNodeEngine } from "../../../engine/sandbox/node-engine.ts";
import { courseAnswer } from "../../../exercises/answer-source.ts";
import { layOut, sliceOf } from "../../../exercises/topics.ts";
import {
  type CartCommand,
  type CartEvent,
  decide,
  exampleCommands,
  foldCart,
  foldWanted,
} from "./cart-decider.ts";
import { itemsWantedOf } from "./read-models.ts";

const exercises = join(import.meta.dirname, "../../../exercises");
const text = (file: string) => readFile(join(exercises, file), "utf8");

/** The answers to the eleven commands, as the lesson tells them. */
let decided: Trace;
let views: Trace;
let logged: { type: string; data: JsonObject }[];
let commands: Command[];

beforeAll(async () => {
  const lines = (await text("cart-decide/log.ndjson"))
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  logged = lines.map(({ event: { type, data } }) => ({ type, data }));
  commands = JSON.parse(await text("cart-decide/commands.json"));
  const topic = { topic: "course.checkouts", partitions: 3, records: layOut("course.checkouts", 3, lines) };
  decided = await foldBy(
    "cart-decide",
    { kind: "decider" },
    sliceOf(topic, { key: "cart-7", count: 6 }),
    commands,
  );
  views = await foldBy("cart-views", { kind: "projector" }, sliceOf(topic, { key: "cart-7" }));
});

async function foldBy(
  slug: string,
  entry: Entry,
  slice: ReturnType<typeof sliceOf>,
  given?: Command[],
): Promise<Trace> {
  const messages: TraceMessage[] = [];
  const engine = await loadNodeEngine();
  const source = await courseAnswer(slug, "solution");
  await engine.run(
    { runId: "facts", source, entry, scope: "all", ...slice, seed: 1, ...(given && { commands: given }) },
    (message) => messages.push(message),
  );
  return collectTrace(messages);
}

const answers = () => decided.steps.filter(({ command }) => command).map(({ result }) => result as Json);
const accepted = () => answers().filter(Array.isArray).flat() as typeof logged;
/** The state after the record at this offset of the whole log, six of which were there before the commands. */
const cartAfter = (offset: number) =>
  stateAt(decided, decided.steps.filter(({ event }) => event)[offset]?.index ?? -2) as JsonObject;

test("of eleven commands seven are accepted and four refused, and thirteen records stand on the log", () => {
  expect(decided.end.verdict).toBe("ok");
  expect(answers()).toHaveLength(11);
  expect(accepted()).toHaveLength(7);
  expect(logged).toHaveLength(13);
  expect(
    answers()
      .map((answer) => (Array.isArray(answer) ? "yes" : "no"))
      .join(" "),
  ).toBe("no yes yes yes no yes yes yes yes no no");
});

test("the log goes on with exactly the events that decide answered with", () => {
  expect(logged.slice(6)).toEqual(accepted());
});

test("cart-7 lies alone in partition 0, so its offsets are 0 to 12", () => {
  expect(views.start.slice.partitions).toEqual([{ partition: 0, from: 0, to: 13 }]);
});

test("at offset 4 the cart holds socks as its fourth line, and offset 5 clears it", () => {
  expect(logged[4]).toEqual({ type: "ItemAdded", data: { sku: "socks", qty: 1 } });
  expect(Object.keys(cartAfter(4).lines as JsonObject)).toHaveLength(4);
  expect(cartAfter(5).lines).toEqual({});
});

test("the socks are refused at three lines and accepted at offset 11, after the hat was taken out", () => {
  const socks = commands.flatMap(({ data }, i) =>
    (data as JsonObject).sku === "socks" ? [answers()[i]] : [],
  );
  expect(socks[0]).toEqual({ rejected: "a cart takes three lines at most" });
  expect(socks[1]).toEqual([{ type: "ItemAdded", data: { sku: "socks", qty: 1 } }]);
  expect(cartAfter(8).lines).toEqual({ "t-shirt": 2, hat: 1, pants: 1 });
  expect(logged[10]).toEqual({ type: "ItemRemoved", data: { sku: "hat", qty: 1 } });
  expect(logged[11]).toEqual({ type: "ItemAdded", data: { sku: "socks", qty: 1 } });
});

test("offset 9 adds a t-shirt: a page that is at offset 8 still shows two", () => {
  expect(logged[9]).toEqual({ type: "ItemAdded", data: { sku: "t-shirt", qty: 1 } });
  expect(stateAt(views, 8)).toMatchObject({ cartOf: { lines: { "t-shirt": 2 } } });
  expect(stateAt(views, 9)).toMatchObject({ cartOf: { lines: { "t-shirt": 3 } } });
});

test("at the end hats are wanted twice and the cart holds none", () => {
  expect(views.end.state).toEqual({
    cartOf: { lines: { "t-shirt": 3, pants: 1, socks: 1 }, pieces: 5, status: "checked out" },
    itemsWanted: { pants: 2, "t-shirt": 5, hat: 2, socks: 2 },
  });
});

test("the read model beside the log holds after each record what the exercise's solution holds", () => {
  const events = views.steps.flatMap(({ event }) => event ?? []);
  expect(events).toHaveLength(13);
  for (const [offset] of events.entries()) {
    const read = events.slice(0, offset + 1);
    const { itemsWanted } = stateAt(views, offset) as JsonObject;
    expect(itemsWanted, `offset ${offset}`).toEqual(itemsWantedOf(read));
  }
});

test("the figure's shop gives the same answers as the solution", () => {
  // The shop knows no CartCleared: the commands meet an empty cart in both.
  let log: CartEvent[] = [];
  const said = commands.map((command) => {
    const answer = decide(command as CartCommand, foldCart(log));
    if (!("rejected" in answer)) log = [...log, ...answer];
    return answer;
  });
  expect(said).toEqual(answers());
  expect(views.end.state).toMatchObject({ cartOf: { lines: foldCart(log).lines } });
  expect(foldWanted(log)).toEqual({ "t-shirt": 3, hat: 1, pants: 1, socks: 1 });
});

test("the figure opens with four records and three lines, so that a fourth line is refused at once", () => {
  expect(exampleCommands).toHaveLength(4);
  expect(Object.keys(foldCart(exampleCommands).lines)).toHaveLength(3);
  const socks: CartCommand = { type: "AddItem", data: { sku: "socks", qty: 1 } };
  expect(decide(socks, foldCart(exampleCommands))).toEqual({ rejected: "a cart takes three lines at most" });
});
