import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { expect, test } from "vitest";
import type { Event } from "../../../engine/fold/event.ts";
import { partitionOf } from "../../../engine/fold/partition.ts";
import { courseAnswer } from "../../../exercises/answer-source.ts";
import { exampleEvents, linesAfter, price, timeOf } from "./cart-events.ts";
import { type Guess, questions, scoreOf } from "./questions.ts";
import { cartWords, recordings, recordsOf } from "./recordings.ts";

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
const lesson = read("./lesson.mdx");
const exercise = "../../../exercises/cart-set-quantity";
const logged = read(`${exercise}/log.ndjson`)
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));
const commands: object[] = JSON.parse(read(`${exercise}/commands.json`));
const after = (offset: number) => exampleEvents.slice(0, offset + 1);
interface Solution {
  initialState(): object;
  evolve(cart: object, event: Event): object;
  decide(command: object, cart: object): Pick<Event, "type" | "data">[];
}
/** The exercise's solution as a module. */
const code = stripTypeScriptTypes(await courseAnswer("cart-set-quantity", "solution"));
const solution: Solution = await import(
  /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`
);

test("the lesson's events are the exercise's log", () => {
  expect(logged.map(({ event }) => event)).toEqual(exampleEvents);
  expect(new Set(logged.map(({ key }) => key))).toEqual(new Set(["cart-12"]));
});

test("the lesson folds them as the exercise's solution does", () => {
  let cart = solution.initialState();
  for (const [offset, event] of exampleEvents.entries()) {
    cart = solution.evolve(cart, event as unknown as Event);
    expect(cart, `offset ${offset}`).toEqual({ lines: linesAfter(after(offset)) });
  }
});

test("six saves become the four events with which the log goes on, and two change nothing", () => {
  let cart: object = { lines: linesAfter(after(3)) };
  const answers = commands.map((command) => {
    const events = solution.decide(command, cart);
    for (const event of events) cart = solution.evolve(cart, event as Event);
    return events;
  });
  expect(commands).toHaveLength(6);
  expect(answers.map((events) => events.length)).toEqual([1, 0, 1, 0, 1, 1]);
  expect(answers.flat()).toEqual(exampleEvents.slice(4).map(({ type, data }) => ({ type, data })));
  expect(lesson).toContain("Six saves became four events.");
});

test("a t-shirt cost 12.00 on 27 February and costs 15.00 when she adds two more", () => {
  const prices = exampleEvents.flatMap((event) =>
    event.type === "ItemAdded" && event.data.sku === "t-shirt"
      ? [`${timeOf(event)} ${event.data.qty} ${price(event.data.unitPriceCents)}`]
      : [],
  );
  expect(prices).toEqual(["27 Feb 18:02 1 12.00", "3 Mar 20:10 2 15.00"]);
  // The bill of the opening: one t-shirt, at the newest price.
  expect(linesAfter(exampleEvents)["t-shirt"]).toEqual({ qty: 1, unitPriceCents: 1500 });
});

test("at offset 3 the hats go from 2 to 1 in both shops, and only the workbench's says who did it", () => {
  expect([2, 3].map((offset) => linesAfter(after(offset)).hat?.qty)).toEqual([2, 1]);
  const [whole, , domain] = recordings.map((recording) => recordsOf(recording)[3]);
  expect([whole?.type, whole?.words]).toEqual(["CartUpdated", "t-shirt 1, hat 1"]);
  expect([domain?.type, domain?.words]).toEqual(["ItemWithdrawn", "hat −1: damaged in the store"]);
});

test("the first shop's log of the opening says t-shirt 1, then 3, then 1 again, and no price", () => {
  const words = recordsOf("whole carts").map((record) => record.words);
  expect(words.map((text) => /t-shirt (\d)/.exec(text)?.[1])).toEqual([undefined, ..."1113331".split("")]);
  expect(words.join()).not.toMatch(/\d\d/);
});

test("cart-12 is in partition 1 of 0 to 2, and the event at offset 2 has the id e2 and no cause", () => {
  expect(partitionOf("cart-12", 3)).toBe(1);
  expect(lesson).toContain("here partition 1 of three");
  expect(exampleEvents[2]?.metadata).toEqual({ id: "e2", occurredAt: "2026-02-27T18:03:40Z" });
});

test("each question of the figure is answered from the records that it marks", () => {
  const holds = questions.map((question): Guess => question.holds);
  expect(holds).toEqual([
    "all three",
    "only domain events",
    "only domain events",
    "only whole carts",
    "none of them",
  ]);
  expect(recordings.map(scoreOf)).toEqual([2, 1, 3]);
  const words = (offset: number) => recordings.map((recording) => recordsOf(recording)[offset]?.words);
  expect(words(2)).toEqual(["t-shirt 1, hat 2", "hat = 2", "hat +2 at 9.00"]);
  // 1 March is after offset 2 and before offset 3.
  expect([exampleEvents[2]?.metadata.occurredAt, exampleEvents[3]?.metadata.occurredAt].sort()).toEqual([
    "2026-02-27T18:03:40Z",
    "2026-03-02T07:15:00Z",
  ]);
  expect([words(3)[1], words(5)[1]]).toEqual(["hat = 1", "hat = 0"]);
  expect(words(4)).toEqual(["t-shirt 3, hat 1", "t-shirt = 3", "t-shirt +2 at 15.00"]);
  expect(words(7)).toEqual(["t-shirt 1, socks 1", "t-shirt = 1", "t-shirt −2"]);
  expect(cartWords(exampleEvents)).toBe("t-shirt 1, socks 1");
});
