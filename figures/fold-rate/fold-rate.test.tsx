import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, expect, test } from "vitest";
import { recordsOf } from "../../engine/grading/generated-records.ts";
import { compileLongParts } from "../../engine/long-fold/compile-parts.ts";
import type { LongParts } from "../../engine/long-fold/long-fold.ts";
import { foldRateWords as words } from "../../language/english/fold-rate.ts";
import { rightGuess } from "./duration-guess.ts";
import { type FoldNews, foldList } from "./fold-list.ts";
import { FoldRatePlot } from "./fold-rate-plot.tsx";
import { listLog } from "./list-log.ts";
import { rateOf } from "./use-fold-rate.ts";

const count = 12_000;
const form = { key: "gauge-1", firstId: "g0", start: "2026-05-10T06:00:00Z" };
const records = recordsOf(
  form,
  Array.from({ length: count }, (_, mm) => ({ type: "RainFell", data: { mm } })),
);
let parts: LongParts;
beforeAll(async () => {
  parts = await compileLongParts(
    await readFile(fileURLToPath(import.meta.resolve("quickjs-wasi/quickjs.wasm"))),
  );
});

async function newsOf(source: string): Promise<FoldNews[]> {
  const news: FoldNews[] = [];
  await foldList(parts, { topic: "rain", records, scope: "all" }, source, (each) => news.push(each));
  return news;
}

test("a list is a log: its records at their places, each with key, time and event", async () => {
  const log = listLog("rain", records);
  const [read] = await log.read(7, 8);
  expect(read).toMatchObject({ position: { partition: 0, offset: 7 }, key: "gauge-1" });
  expect(read?.timestamp).toBe(Date.parse("2026-05-10T06:07:00Z"));
  expect(JSON.parse(read?.value ?? "")).toMatchObject({ type: "RainFell", data: { mm: 7 } });
  expect([log.placeOf({ partition: 0, offset: 7 }), log.placeOf({ partition: 1, offset: 7 })]).toEqual([
    7,
    null,
  ]);
});

test("every record is folded, and the end has the last state", async () => {
  const news = await newsOf(
    "export const initialState = () => 0; export const evolve = (sum, event) => sum + event.data.mm;",
  );
  expect(news.at(-1)).toMatchObject({ kind: "end", records: count, state: (count * (count - 1)) / 2 });
  expect(news.slice(0, -1).every(({ kind }) => kind === "point")).toBe(true);
});

test("a code that stops is said to have failed", async () => {
  const news = await newsOf(
    "export const initialState = () => 0; export const evolve = () => { throw new Error('no'); };",
  );
  expect(news).toEqual([{ kind: "failed", reason: expect.stringContaining("no") }]);
});

test("the guess that a measured time proves right", () => {
  expect([0.05, 0.1, 9, 10, 599, 600].map(rightGuess)).toEqual([
    "tenth",
    "seconds",
    "seconds",
    "minutes",
    "minutes",
    "longer",
  ]);
});

test("a duration is said in the unit that people would use", () => {
  expect([0.004, 0.82, 14, 500, 5_000, 7_200, 400_000].map(words.duration)).toEqual([
    "4 ms",
    "0.8 s",
    "14 s",
    "8 min",
    "83 min",
    "2 h",
    "4.6 days",
  ]);
});

test("the plot has both axes named, and a line for each fold", () => {
  const fold = { name: "one code", points: [0, 500].map((n) => ({ records: n * 10, milliseconds: n })) };
  expect(rateOf(fold)).toBe(10_000);
  const drawn = renderToStaticMarkup(
    <FoldRatePlot folds={[fold, { ...fold, name: "another" }]} count={5_000} />,
  );
  expect(drawn).toContain(words.xAxis);
  expect(drawn).toContain(words.yAxis);
  expect(drawn.match(/<polyline/g)).toHaveLength(2);
  expect(drawn).toContain("another");
});
