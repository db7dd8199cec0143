import { readFileSync } from "node:fs";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { AppendCorrections } from "./append-corrections.tsx";
import { cartsTable, tableNarration } from "./carts-table.ts";
import { exampleEvents, linesAfter, timeOf } from "./example-events.ts";
import { narration } from "./narration.ts";
import { questions } from "./questions.ts";

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
const lesson = read("./lesson.mdx");
const after = (offset: number) => exampleEvents.slice(0, offset + 1);
const tableAfter = (offset: number) =>
  cartsTable(after(offset)).map(({ cells }) => cells.map(({ value }) => value).join(" · "));

test("the figure shows the log the exercise folds", () => {
  const records = read("../../../exercises/cart-read-only/log.ndjson").trim().split("\n");
  const sanjanas = records.map((line) => JSON.parse(line)).filter(({ key }) => key === "cart-1");
  expect(exampleEvents).toEqual(sanjanas.map(({ event }) => event));
});

test("the cart holds after each offset what the lesson says", () => {
  expect(exampleEvents.map((_, offset) => linesAfter(after(offset)))).toEqual([
    {},
    { pants: 2 },
    { pants: 2, "t-shirt": 2 },
    { pants: 2, "t-shirt": 3 },
    { pants: 1, "t-shirt": 3 },
    { pants: 1, "t-shirt": 3, hat: 1 },
    { pants: 1, "t-shirt": 1, hat: 1 },
    { pants: 1, "t-shirt": 1, hat: 1 },
  ]);
});

test("at 09:12 the table says three t-shirts, updated at 09:05, and nothing of the two before", () => {
  const atTheCall = exampleEvents.filter((event) => timeOf(event) < "09:12").length - 1;
  expect(tableAfter(atTheCall)).toContain("t-shirt · 3 · 09:05");
  expect(lesson).toContain("`cart-1 · t-shirt · 3 · updated 09:05`");
  expect(tableAfter(2)).toContain("t-shirt · 2 · 09:02");
});

test("the table's cart is the log's cart after every record", () => {
  for (const offset of exampleEvents.keys()) {
    const table = Object.fromEntries(
      cartsTable(after(offset)).map(({ cells }) => [cells[0]?.value, Number(cells[1]?.value)]),
    );
    expect(table).toEqual(linesAfter(after(offset)));
  }
});

test("a write shows for one step what it wrote over", () => {
  const overwrote = (offset: number) =>
    cartsTable(after(offset)).flatMap(({ cells }) => cells[1]?.overwrote ?? []);
  expect([2, 3, 4, 5, 6, 7].map(overwrote)).toEqual([[], ["2"], ["2"], [], ["3"], []]);
  expect(tableNarration(after(3))).toBe("t-shirt: the shop writes 3 over 2.");
  expect(tableNarration(after(7))).toBe(
    "t-shirt: the shop writes 1 over 1. The row looks as before, so nobody can see this write.",
  );
});

test("a step is told from its record and what it did to the cart", () => {
  expect(narration(after(2))).toBe("Offset 2, 09:02. Two t-shirts added. T-shirts: 0, now 2.");
  expect(narration(after(4))).toBe("Offset 4, 09:06. One pair of pants taken out. Pants: 2, now 1.");
  expect(narration(after(0))).toBe("Offset 0, 09:00. Cart opened by Sanjana. The cart is still empty.");
  expect(narration(after(7))).toBe(
    "Offset 7, 09:14. A correction names addition e2. Nothing of e2 is left to take back, so the cart does not change.",
  );
});

test("the records bear out who can answer what", () => {
  const [hats, mistake, pants, why] = questions;
  expect(hats?.holds).toContain("the table");
  // The mistake is the addition that the correction names; the one at 09:05 is hers.
  const corrected = exampleEvents.find((event) => event.type === "AdditionReverted")?.data.revertsId;
  const offset = exampleEvents.findIndex(({ metadata }) => metadata.id === corrected);
  expect(mistake?.log).toBe(`Can tell: offset ${offset}, at ${timeOf(exampleEvents[offset] ?? never())}.`);
  const held = exampleEvents.map((_, step) => linesAfter(after(step)).pants);
  expect(pants?.log).toBe(`Can tell: there were, until offset ${held.lastIndexOf(2) + 1}.`);
  const removal = exampleEvents.find(({ type }) => type === "ItemRemoved");
  expect(removal?.data).not.toHaveProperty("reason");
  expect(why?.holds).toEqual(["neither"]);
});

test("the explanation has 700 to 900 words", () => {
  const explained = lesson.slice(lesson.indexOf("<Explain>"), lesson.indexOf("</Explain>"));
  const words = explained
    .replaceAll(/<[^>]+>|^#+ /gm, "")
    .trim()
    .split(/\s+/).length;
  expect(words).toBeGreaterThanOrEqual(700);
  expect(words).toBeLessThanOrEqual(900);
});

test("the quiz has three questions of three options, one of them right, each with its reason", () => {
  const quiz: { options: { right?: boolean; reason: string }[] }[] = parse(read("./quiz.yaml"));
  expect(quiz).toHaveLength(3);
  for (const { options } of quiz) {
    expect(options).toHaveLength(3);
    expect(options.filter(({ right }) => right)).toHaveLength(1);
    expect(options.every(({ reason }) => reason.length > 0)).toBe(true);
  }
});

test("the log holds three records about e2, as the quiz says", () => {
  expect(exampleEvents.filter((event) => JSON.stringify(event).includes('"e2"'))).toHaveLength(3);
});

test("the figure's copy of the log is said to be the figure's: no topic that the learner would look for in Kafka", () => {
  const drawn = renderToStaticMarkup(createElement(AppendCorrections)).replaceAll(/<[^>]*>/g, " ");
  expect(drawn).not.toMatch(/mine\.|course\./);
  expect(drawn).toContain("stays in the figure and is not sent to Kafka");
});

test("what Kafka deletes: the lesson and the glossary name both limits, by age and by size", () => {
  const retention = (parse(read("../../glossary.yaml")) as Record<string, string>).retention;
  for (const text of [lesson, retention])
    for (const limit of ["retention.ms", "retention.bytes"]) expect(text).toContain(limit);
});

function never(): never {
  throw new Error("The morning has no such record.");
}
