import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Coverage } from "../../../../engine/fold/laws/upcaster-coverage.ts";
import type { IntervalCost } from "../../../../engine/labs/replay-cost/events.ts";
import { replayCostWords as words } from "../../../../language/english/replay-cost-lab.ts";
import { CoverageMatrix } from "./coverage-section.tsx";
import { IntervalTable } from "./interval-table.tsx";
import { MeasuredFormula } from "./measured-formula.tsx";
import { IntervalPlot, RestartPlot } from "./replay-plots.tsx";

const cost = (interval: number, milliseconds: number, agrees = true): IntervalCost => ({
  interval,
  snapshots: 1_000 / interval,
  writtenBytes: 4_000_000 / interval,
  keptBytes: 40,
  writeMilliseconds: 300 / interval,
  restarts: [
    { records: 500, milliseconds: milliseconds / 2, readMilliseconds: 1 },
    { records: 1_000, milliseconds, readMilliseconds: 2 },
  ],
  agrees,
});

const measurement = {
  exercise: "cart",
  count: 1_000,
  reducerVersion: "0a1b2c3d",
  points: [0, 500, 1_000].map((records) => ({ records, milliseconds: records / 2 })),
  intervals: [cost(10, 7), cost(100, 52)],
  pass: null,
  ended: null,
};

test("both plots name their axes, and have a line for each that the legend names", () => {
  const restarts = renderToStaticMarkup(<RestartPlot measurement={measurement} />);
  for (const said of [words.recordsAxis, words.secondsAxis, words.without, words.every(10), words.every(100)])
    expect(restarts).toContain(said);
  const trade = renderToStaticMarkup(<IntervalPlot intervals={measurement.intervals} />);
  for (const said of [words.intervalAxis, words.costAxis, words.slowestRestart, words.writingAll])
    expect(trade).toContain(said);
});

test("the table has the figures of the plots, and says where a restart disagrees", () => {
  const table = renderToStaticMarkup(<IntervalTable intervals={[cost(10, 7), cost(100, 52, false)]} />);
  for (const said of ["7 ms", "52 ms", "30 ms", "400 kB", "40 bytes", words.no])
    expect(table).toContain(said);
});

test("the formula stands beside what was measured", () => {
  const said = renderToStaticMarkup(<MeasuredFormula measurement={measurement} />);
  expect(said).toContain("1,000 records ÷ 2,000 records a second: measured 500 ms.");
  expect(said).toContain("Every 100 records: 2 ms + 100 ÷ rate = 52 ms; measured 52 ms.");
});

test("the matrix has a row for each type, a column for each version, and tells what each cell becomes", () => {
  const rows = fc.uniqueArray(
    fc.record({
      type: fc.constantFrom("A", "B", "C"),
      version: fc.integer({ min: 1, max: 4 }),
      reads: fc.constantFrom("current", "uncovered", "unseen"),
    }),
    { selector: ({ type, version }) => `${type}${version}`, minLength: 1 },
  );
  fc.assert(
    fc.property(rows, (given) => {
      const coverage: Coverage[] = given.map((row) => ({
        ...row,
        seen: row.reads === "unseen" ? 0 : 2,
        first: row.reads === "unseen" ? null : { topic: "t", partition: 0, offset: 5 },
        becomes: row.reads === "current" ? [{ type: row.type, version: 4 }] : [],
        uncovered: null,
      }));
      const drawn = renderToStaticMarkup(<CoverageMatrix rows={coverage} />);
      const count = (text: string) => drawn.split(text).length - 1;
      const [types, newest] = [
        new Set(given.map(({ type }) => type)).size,
        Math.max(...given.map(({ version }) => version)),
      ];
      expect(count("<td")).toBe(types * newest);
      for (const [reads, sentence] of [
        ["current", `>${words.cells.current}<`],
        ["uncovered", `>${words.cells.uncovered}<`],
        ["unseen", `>${words.cells.unseen}<`],
      ] as const)
        expect(count(sentence)).toBe(given.filter((row) => row.reads === reads).length);
      expect(count(words.becomesNothing)).toBe(given.filter(({ reads }) => reads === "uncovered").length);
    }),
  );
});
