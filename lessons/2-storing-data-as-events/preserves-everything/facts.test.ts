import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { readRecord } from "../../../engine/fold/event.ts";
import type { Json } from "../../../engine/fold/json.ts";
import { courseAnswer } from "../../../exercises/answer-source.ts";
import { openPack, readExercise } from "../../../exercises/catalog.ts";
import { endOfFold } from "../../../exercises/end-of-fold.ts";
import { foldLines, knownAt, linesInWords, trueAt } from "./as-of.ts";
import { clock, phoneLog } from "./phone-log.ts";
import { Rulers } from "./rulers.tsx";

const lesson = readFileSync(new URL("./lesson.mdx", import.meta.url), "utf8").replaceAll(/\s+/g, " ");
const pack = await openPack(undefined, ["taken-out", "as-of"]);
const [takenOut, asOf] = await Promise.all([readExercise(pack, "taken-out"), readExercise(pack, "as-of")]);
const events = takenOut.records
  .map(readRecord)
  .flatMap((record) => ("event" in record ? [record.event] : []));
const six = 18 * 60;
const iso = (minute: number) => `2026-05-11T${clock(minute)}:00.000Z`;
const upTo = (offset: number) => foldLines(phoneLog.slice(0, offset + 1));

test("the figure's log is the exercises' log, with both times of each record", () => {
  expect(asOf.records).toEqual(takenOut.records);
  expect(
    events.map(({ type, data, metadata }) => [
      metadata.position.offset,
      type,
      data,
      Date.parse(metadata.occurredAt),
      metadata.timestamp,
    ]),
  ).toEqual(
    phoneLog.map(({ offset, type, data, happened, recorded }) => [
      offset,
      type,
      data,
      Date.parse(iso(happened)),
      Date.parse(iso(recorded)),
    ]),
  );
});

test("the hat happened at 17:50 and came to Kafka at 18:20; no other record is late", () => {
  const late = phoneLog.filter(({ happened, recorded }) => happened !== recorded);
  expect(
    late.map(({ offset, data, happened, recorded }) => [offset, data.sku, clock(happened), clock(recorded)]),
  ).toEqual([[4, "hat", "17:50", "18:20"]]);
  expect(lesson).toContain(phoneLog.map(({ happened }) => clock(happened)).join(", "));
});

test("at 18:00 pants and t-shirts were known, and a hat was true besides", () => {
  expect(foldLines(knownAt(six))).toEqual({ pants: 1, "t-shirt": 2 });
  expect(foldLines(trueAt(six))).toEqual({ pants: 1, "t-shirt": 2, hat: 1 });
});

test("the figure answers as the exercise's solution does, at every time and offset", async () => {
  const code = stripTypeScriptTypes(await courseAnswer("as-of", "solution"));
  const solution = await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`);
  for (let minute = 17 * 60 + 35; minute <= 18 * 60 + 35; minute += 5) {
    expect(solution.asOfKnownAt(events, Date.parse(iso(minute)))).toEqual(foldLines(knownAt(minute)));
    expect(solution.asOfTrueAt(events, Date.parse(iso(minute)))).toEqual(foldLines(trueAt(minute)));
  }
  for (const { offset } of phoneLog) expect(solution.asOfOffset(events, offset)).toEqual(upTo(offset));
});

test("as of offset 2: a pair of pants and two t-shirts; at the end two t-shirts and a hat, and pants taken out", async () => {
  expect(upTo(2)).toEqual({ pants: 1, "t-shirt": 2 });
  const { state } = (await endOfFold(takenOut)) as { state: Json };
  expect(state).toEqual({ lines: { "t-shirt": 2, hat: 1 }, takenOut: { pants: 1 } });
});

test("sorted by the time of the events, the first four records give a cart that never was", () => {
  const sorted = phoneLog.toSorted((a, b) => a.happened - b.happened);
  expect(sorted[3]?.data.sku).toBe("hat");
  const cart = foldLines(sorted.slice(0, 4));
  const seen = phoneLog.map(({ offset }) => upTo(offset));
  expect(seen).not.toContainEqual(cart);
});

test("without offset 3 the cart ends with pants, t-shirts and a hat", () => {
  expect(foldLines(phoneLog.filter(({ offset }) => offset !== 3))).toEqual({
    pants: 1,
    "t-shirt": 2,
    hat: 1,
  });
});

test("she changed her mind about the pants after 23 minutes", () => {
  expect((phoneLog[3]?.happened ?? 0) - (phoneLog[1]?.happened ?? 0)).toBe(23);
});

test("the drawing fills the records that count at a time, on each axis its own", () => {
  const drawn = renderToStaticMarkup(createElement(Rulers, { minute: six }));
  expect(drawn.match(/class="counts"/g)).toHaveLength(knownAt(six).length + trueAt(six).length);
  expect(linesInWords(knownAt(17 * 60))).toBe("empty");
});
