import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { compileLongParts } from "../../../engine/long-fold/compile-parts.ts";
import { openPack, readExercise } from "../../../exercises/catalog.ts";
import { endOfFold } from "../../../exercises/end-of-fold.ts";
import { generated } from "../../../exercises/interest-repair/logs.ts";
import { type FoldNews, foldList } from "../../../figures/fold-rate/fold-list.ts";
import { balances, corrections, logs, rightBalances } from "./account-events.ts";
import { accounts, bankCodes, bankLog, compareBalances, eventCount } from "./bank-log.ts";
import { outcomeOf, repairs, rightRepair } from "./repairs.ts";
import { Repaired } from "./three-repairs.tsx";

const lesson = readFileSync(new URL("lesson.mdx", import.meta.url), "utf8");
const exercise = async (id: string) => readExercise(await openPack(undefined, [id]), id);
const logOf = (id: string) =>
  readFileSync(new URL(`../../../exercises/${id}/log.ndjson`, import.meta.url), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line).event);

test("the figure shows the logs of the two exercises", () => {
  const eventsOf = (id: string) => logOf(id).map(({ type, data }) => ({ type, data }));
  expect(logs.due).toEqual(eventsOf("interest-repair"));
  expect(logs.paid).toEqual(eventsOf("interest-corrections"));
});

test("the faulty code gives 8,041, with 304 and 237 cents of interest, and the repaired code 7,553", async () => {
  expect(balances(logs.due, "faulty")).toEqual([0, 10_000, 10_304, 7_804, 8_041]);
  expect(rightBalances).toEqual([0, 10_000, 10_030, 7_530, 7_553]);
  expect(await endOfFold(await exercise("interest-repair"))).toEqual({ state: { balance: 7_553 } });
  for (const said of ["shows 8,041 cents", "has 7,553 cents", "computes 304"]) expect(lesson).toContain(said);
});

test("the first mistake hides the second: with the wrong divisor both ways to round agree, with the right one they differ", () => {
  const ways = (cents: number, divisor: number) => {
    const exact = (cents * 365 * 30) / (divisor * 10_000);
    return [Math.floor(exact), Math.round(exact)];
  };
  expect([ways(10_000, 36), ways(7_804, 36)]).toEqual([
    [304, 304],
    [237, 237],
  ]);
  expect(ways(7_530, 365)).toEqual([22, 23]);
});

test("the corrections are those of the solution: −274 for p2 and −214 for p4, and then every code gives 7,553", async () => {
  expect(await endOfFold(await exercise("interest-corrections"))).toEqual({ answer: corrections });
  const [, , first, , second] = logOf("interest-corrections");
  expect([first.metadata.id, second.metadata.id]).toEqual(["p2", "p4"]);
  for (const code of ["faulty", "repaired"] as const)
    expect(balances([...logs.paid, ...corrections], code).at(-1)).toBe(7_553);
  expect(lesson).toMatch(/p2, and says −274 cents[\s\S]*p4 by −214/);
});

test("each log has one repair that lasts; the replay repairs nothing that was recorded, and corrections harm the other log", () => {
  expect([rightRepair("due"), rightRepair("paid")]).toEqual(["replay", "correct"]);
  const ends = (log: "due" | "paid") =>
    repairs.map((repair) => [outcomeOf(log, repair).now, outcomeOf(log, repair).later]);
  expect(ends("due")).toEqual([
    [7_553, 8_041],
    [7_553, 7_553],
    [7_065, 7_065],
  ]);
  expect(ends("paid")).toEqual([
    [7_553, 8_041],
    [8_041, 8_041],
    [7_553, 7_553],
  ]);
  expect(lesson).toContain("Ravi has 7,065 cents");
});

test("a repair shows its two balances, and the plot says its numbers", () => {
  const drawn = renderToStaticMarkup(createElement(Repaired, { log: "paid", repair: "replay" }));
  expect(drawn.match(/8,041, wrong/g)).toHaveLength(2);
  expect(drawn).toContain("offset 2: 274, offset 3: 274, offset 4: 488");
});

test("at 200,000 records a second, a million take 5 seconds, 100 million 500, and a billion 83 minutes", () => {
  const seconds = [1e6, 1e8, 1e9].map((records) => records / 200_000);
  expect(seconds).toEqual([5, 500, 5_000]);
  expect(Math.round(5_000 / 60)).toBe(83);
  expect(lesson).toContain(
    "a million records take 5 seconds, 100 million take 500 seconds, and a billion take 83",
  );
});

test("the bank's 100,000 events are the same from the same seed, each account's in order, and nobody is overdrawn", () => {
  const { records } = bankLog();
  expect(records).toHaveLength(eventCount);
  expect(eventCount).toBe(100_000);
  expect(bankLog().records).toEqual(records);
  const byKey = Map.groupBy(records, ({ key }) => key);
  expect(byKey.size).toBe(accounts);
  for (const account of [...byKey.values()].slice(0, 100))
    expect(generated.possible({ records: account })).toBe(true);
});

test("the engine folds all of them with both codes, to the balances of a plain loop", async () => {
  const parts = await compileLongParts(
    await readFile(fileURLToPath(import.meta.resolve("quickjs-wasi/quickjs.wasm"))),
  );
  const log = bankLog();
  const ends = [];
  for (const { source } of bankCodes) {
    const news: FoldNews[] = [];
    await foldList(parts, log, source, (each) => news.push(each));
    const end = news.at(-1);
    if (end?.kind !== "end") throw new Error(`The fold did not end: ${JSON.stringify(end)}`);
    expect(end.records).toBe(eventCount);
    ends.push(end.state as Record<string, { balance: number }>);
  }
  const [faulty = {}, repaired = {}] = ends;
  const byKey = Map.groupBy(log.records, ({ key }) => key);
  for (const [key, records] of [...byKey].slice(0, 200)) {
    const events = records.map(({ event }) => event) as unknown as typeof logs.due;
    expect(faulty[key]?.balance).toBe(balances(events, "faulty").at(-1));
    expect(repaired[key]?.balance).toBe(balances(events, "repaired").at(-1));
  }
  const difference = compareBalances(faulty, repaired);
  expect(difference.accounts).toBeGreaterThan(accounts * 0.9);
  expect(difference.cents).toBeGreaterThan(0);
});
