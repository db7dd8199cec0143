import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { compileLongParts } from "../../../engine/long-fold/compile-parts.ts";
import { openPack, readExercise } from "../../../exercises/catalog.ts";
import { endOfFold } from "../../../exercises/end-of-fold.ts";
import { cartHistories } from "../../../exercises/shop-morning/carts.ts";
import { generated } from "../../../exercises/shop-morning/mornings.ts";
import { type FoldNews, foldList } from "../../../figures/fold-rate/fold-list.ts";
import { designAt, designs, needle, systems } from "./decision.ts";
import { verdictOf } from "./decision-scale.tsx";
import { finalCarts } from "./final-carts.ts";
import { eventCount, type ItemCounts, questionSource, removedOfHundred, shopLog } from "./shop-log.ts";

const lesson = readFileSync(new URL("lesson.mdx", import.meta.url), "utf8");
const exercise = async (id: string) => readExercise(await openPack(undefined, [id]), id);
const morning = readFileSync(
  new URL("../../../exercises/abandoned-items/log.ndjson", import.meta.url),
  "utf8",
)
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line).event);
const timeAt = (offset: number) => morning[offset].metadata.occurredAt.slice(11, 16);

test("six carts were checked out and one hat was sold; six carts held a hat, and five took it out for good", () => {
  const bought = finalCarts(morning).filter(({ status }) => status === "checked out");
  expect(bought).toHaveLength(6);
  expect(bought.flatMap(({ items }) => items).filter((sku) => sku === "hat")).toHaveLength(1);
  const hats = [...cartHistories(morning).values()]
    .map(({ stays }) => stays.filter(({ sku }) => sku === "hat"))
    .filter((stays) => stays.length > 0);
  expect(hats).toHaveLength(6);
  expect(hats.filter((stays) => stays.every(({ to }) => to !== null))).toHaveLength(5);
  expect(lesson).toContain("six shoppers put a hat into their cart, and that five of them took it out again");
});

test("the three questions: four carts left a hat behind, the median is 12.5 minutes, and two carts had another price", async () => {
  expect(await endOfFold(await exercise("abandoned-items"))).toMatchObject({
    state: { abandoned: { hat: 4, "t-shirt": 1, socks: 1 } },
  });
  expect(await endOfFold(await exercise("time-to-checkout"))).toEqual({ answer: 12.5 });
  expect(await endOfFold(await exercise("prices-at-checkout"))).toEqual({ answer: ["c2", "c6"] });
});

test("at offset 17 two carts have bought socks, and the log knows the hat of c1 and the t-shirt of c3", () => {
  const until = morning.slice(0, 18);
  const bought = finalCarts(until).filter(({ status }) => status === "checked out");
  expect(bought).toMatchObject([
    { cart: "c1", items: ["socks"] },
    { cart: "c3", items: ["socks"] },
  ]);
  const staysOf = (cart: string, sku: string) =>
    cartHistories(until)
      .get(cart)
      ?.stays.filter((stay) => stay.sku === sku && stay.to !== null);
  expect([staysOf("c1", "hat"), staysOf("c3", "t-shirt")].map((stays) => stays?.length)).toEqual([1, 2]);
});

test("Yeva checks out at offset 22, at 09:24: her hat was 1,500 cents and costs 1,900", () => {
  expect(morning[22]).toMatchObject({ type: "CheckedOut", data: { cart: "c2" } });
  expect(timeAt(22)).toBe("09:24");
  const hat = cartHistories(morning.slice(0, 23)).get("c2")?.stays.at(-1);
  expect(hat).toMatchObject({ sku: "hat", cents: 1_500, to: null });
  const price = morning
    .slice(0, 22)
    .findLast(({ type, data }) => type === "PriceChanged" && data.sku === "hat");
  expect(price.data.cents).toBe(1_900);
  expect(morning[34]).toMatchObject({ type: "PriceChanged", data: { sku: "pants", cents: 3_500 } });
});

test("the scale has another answer for each of its three systems, and says why", () => {
  expect(systems.map(({ answers }) => designAt(needle(answers)))).toEqual(designs);
  expect(needle([2, 2, 2, 2, 2])).toBe(50);
  expect(systems.map(({ answers }) => verdictOf(answers))[0]).toMatch(
    /^The needle is at 0 of 100: a table\. Nobody asks about the past/,
  );
});

test("the shop's 100,000 events are the same from the same seed, and need about 13 megabytes", () => {
  const { records } = shopLog();
  expect(records).toHaveLength(eventCount);
  expect(shopLog().records).toEqual(records);
  expect(generated.possible({ records: records.slice(0, 2_000) })).toBe(true);
  const bytes = records.reduce((sum, { event }) => sum + JSON.stringify(event).length, 0);
  expect(lesson).toContain(`about ${Math.round(bytes / 1e6)} megabytes`);
});

test("the engine folds all of them, and the answer is that of a plain loop", async () => {
  const parts = await compileLongParts(
    await readFile(fileURLToPath(import.meta.resolve("quickjs-wasi/quickjs.wasm"))),
  );
  const log = shopLog();
  const news: FoldNews[] = [];
  await foldList(parts, log, questionSource, (each) => news.push(each));
  const end = news.at(-1);
  if (end?.kind !== "end") throw new Error(`The fold did not end: ${JSON.stringify(end)}`);
  expect(end.records).toBe(eventCount);
  const counts: ItemCounts = {};
  for (const { event } of log.records) {
    const { sku } = event.data as { sku: string };
    if (event.type !== "ItemAdded" && event.type !== "ItemRemoved") continue;
    counts[sku] ??= { added: 0, removed: 0 };
    counts[sku][event.type === "ItemAdded" ? "added" : "removed"] += 1;
  }
  expect(end.state).toEqual(counts);
  const shares = removedOfHundred(counts);
  expect(shares).toHaveLength(5);
  expect(shares[0]?.sku).toBe("hat");
});
