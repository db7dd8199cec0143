import * as fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Json } from "../../engine/fold/json.ts";
import { AccountView } from "./account-view.tsx";
import { CartView } from "./cart-view.tsx";
import { NewsroomView } from "./newsroom-view.tsx";
import { seatPlan, statusOf } from "./seat-plan.ts";
import { SeatsView } from "./seats-view.tsx";
import { TableView } from "./table-view.tsx";
import { tablesIn } from "./tables-of-state.ts";
import { viewForState } from "./view-for-state.ts";

/** What is read of a drawing: its text, without the signs that are for the eye only. */
const read = (drawn: React.ReactElement) =>
  renderToStaticMarkup(drawn)
    .replaceAll(/<span aria-hidden="true"[^>]*>[^<]*<\/span>/g, "")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();

test("an account says its balance, what the step moved, and what it is made of", () => {
  const before = { balances: { "acc-1": 100 }, effects: { "tx-1": { account: "acc-1", cents: 100 } } };
  const state = {
    balances: { "acc-1": 70, "acc-2": 5 },
    effects: {
      "tx-1": { account: "acc-1", cents: 100 },
      "tx-2": { account: "acc-1", cents: -30 },
    },
  };
  const text = read(<AccountView state={state} before={before} />);
  expect(text).toContain("acc-1 70 −30 at this step");
  expect(text).toContain("acc-2 5 +5 at this step");
  expect(text).toContain("tx-2 new acc-1 −30");
});

test("a single balance needs no name", () => {
  expect(read(<AccountView state={{ balance: -4 }} before={{ balance: 1 }} />)).toBe(
    "Balance −4 −5 at this step",
  );
});

test("seats stand in rows and say what they were", () => {
  const before = { seats: { "2B": { status: "held", booking: "b-1" }, "1A": { status: "sold" } } };
  const state = { seats: { "2B": { status: "sold", booking: "b-1" }, "10A": { status: "held" } } };
  expect(seatPlan(state, before).map(({ name, seats }) => [name, seats.map((seat) => seat.name)])).toEqual([
    ["1", ["1A"]],
    ["2", ["2B"]],
    ["10", ["10A"]],
  ]);
  const text = read(<SeatsView state={state} before={before} />);
  expect(text).toContain("1 sold, 1 held, 1 free again");
  expect(text).toContain("2B sold b-1 was held");
  expect(text).toContain("1A free was sold");
});

test.each([
  ["sold", "sold"],
  ["Reserved", "held"],
  [null, "free"],
  [true, "sold"],
  [{ status: "available" }, "free"],
  [{ booking: "b" }, "other"],
] as [Json, string][])("a seat told as %j is %s", (seat, status) => {
  expect(statusOf(seat)).toBe(status);
});

test("an article says what of it changed, and what it was", () => {
  const before = {
    articles: { a: { headline: "Storm", section: "Weather", version: 1 }, b: { title: "Old" } },
  };
  const state = { articles: { a: { headline: "Storm over", section: "News", version: 2, byline: "Kim" } } };
  const text = read(<NewsroomView state={state} before={before} />);
  expect(text).toContain("Storm over was Storm");
  expect(text).toContain("News was Weather");
  expect(text).toContain("version 2 was 1");
  expect(text).toContain("byline: Kim");
  expect(text).toContain("Old taken out");
});

test("a table has a row for each member, and marks the cells that changed", () => {
  const before = {
    scores: [
      { id: "s1", points: 3 },
      { id: "s2", points: 5 },
    ],
  };
  const state = {
    scores: [
      { id: "s2", points: 5 },
      { id: "s1", points: 9 },
      { id: "s3", points: 1 },
    ],
  };
  const [table] = tablesIn(state, before);
  expect(table?.columns).toEqual(["id", "points"]);
  expect(table?.rows.map(({ change }) => change)).toEqual(["same", "changed", "new"]);
  expect(read(<TableView state={state} before={before} />)).toContain("s1 9 was 3");
});

test("what stands alone, what lies in lists and what lies deeper are tables of their own", () => {
  const state = {
    turn: "white",
    best: { ada: 3, jonas: 2 },
    topThree: { places: [{ player: "ada", points: 3 }] },
  };
  expect(tablesIn(state).map(({ path, columns }) => [path, columns])).toEqual([
    ["", [""]],
    ["best", [""]],
    ["topThree.places", ["player", "points"]],
  ]);
});

test("the states of many keys are the rows of one table", () => {
  const state = { "cart-1": { pieces: 2, open: true }, "cart-2": { pieces: 0, open: false } };
  expect(tablesIn(state).map(({ path, rows }) => [path, rows.length])).toEqual([["", 2]]);
});

test.each([
  [{ squares: { e4: "P" } }, "board"],
  [{ seats: {} }, "seats"],
  [{ balances: {}, lines: {} }, "account"],
  [{ balance: 3 }, "account"],
  [{ lines: { hat: 1 } }, "cart"],
  [{ articles: [] }, "newsroom"],
  [{ best: { ada: 1 } }, "table"],
  [7, "none"],
  [{}, "none"],
] as [Json, string][])("%j is drawn as %s", (state, view) => {
  expect(viewForState(state)).toBe(view);
});

const views = { AccountView, CartView, NewsroomView, SeatsView, TableView };
const names = fc.constantFrom("balances", "balance", "seats", "articles", "lines", "id", "__proto__", "a");
const { state: anyState } = fc.letrec<{ state: Json }>((tie) => ({
  state: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom<Json>(null, true, 0, -1.5, "", "sold"),
    fc.array(tie("state"), { maxLength: 3 }),
    fc.dictionary(names, tie("state"), { maxKeys: 4 }),
  ),
}));

test.each(Object.entries(views))("%s draws whatever a learner's code makes", (_, View) => {
  fc.assert(
    fc.property(anyState, anyState, (state, before) => {
      expect(() => renderToStaticMarkup(<View state={state} before={before} />)).not.toThrow();
      expect(() => renderToStaticMarkup(<View state={state} />)).not.toThrow();
    }),
  );
});

test("where nothing changed, no table marks anything", () => {
  fc.assert(
    fc.property(anyState, (state) => {
      const rows = tablesIn(state, structuredClone(state)).flatMap((table) => table.rows);
      expect(
        rows.every(({ change, cells }) =>
          [change, ...cells.map((cell) => cell.change)].every((each) => each === "same"),
        ),
      ).toBe(true);
    }),
  );
});
