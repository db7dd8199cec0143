import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Event } from "../../../engine/fold/event.ts";
import { courseAnswer } from "../../../exercises/answer-source.ts";
import { openPack, readExercise } from "../../../exercises/catalog.ts";
import { endOfFold } from "../../../exercises/end-of-fold.ts";
import { reducerOf } from "../../../exercises/testing/every-log.ts";
import { accountAfter, describeData, exampleEvents, minuteOf } from "./account-events.ts";
import { type Guess, questions } from "./questions.ts";
import { auditTable, customersTable, narration, recoveredAddress } from "./three-systems.ts";
import { walRecords } from "./wal-records.ts";

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
const lesson = read("./lesson.mdx");
const logged = read("../../../exercises/email-history/log.ndjson")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));
const pack = await openPack(undefined, ["email-history", "changes-in-a-day"]);
const after = (offset: number) => exampleEvents.slice(0, offset + 1);
const rowAfter = (offset: number) => customersTable(after(offset))[0]?.cells.map(({ value }) => value);
const time = (offset: number) => Date.parse(exampleEvents[offset]?.metadata.occurredAt ?? "");

test("the lesson's events are the exercise's log", () => {
  expect(logged.map(({ event }) => event)).toEqual(exampleEvents);
  expect(new Set(logged.map(({ key }) => key))).toEqual(new Set(["customer-17"]));
});

test("the figure folds them as the exercise's solution does", async () => {
  const { initialState, evolve } = reducerOf(await courseAnswer("email-history", "solution"));
  let state = initialState();
  for (const [offset, event] of exampleEvents.entries()) {
    state = evolve(state, event as unknown as Event);
    expect(state, `offset ${offset}`).toEqual(accountAfter(after(offset)));
  }
  expect(await endOfFold(await readExercise(pack, "email-history"))).toEqual({
    state: accountAfter(exampleEvents),
  });
});

test("the night ends with four changes and three addresses, two of the changes in its last 24 hours", async () => {
  const { changes, firstUsed, current } = accountAfter(exampleEvents);
  expect([changes, Object.keys(firstUsed).length, current]).toEqual([4, 3, "sanjana@example.com"]);
  expect(lesson).toContain("four changes, three addresses");
  expect(await endOfFold(await readExercise(pack, "changes-in-a-day"))).toEqual({ answer: 2 });
});

test("the row says the same after offset 2 and after offset 5, apart from updated_at", () => {
  expect(rowAfter(2)).toEqual(["sanjana@example.com", "2026-01-09 07:40"]);
  expect(rowAfter(5)).toEqual(["sanjana@example.com", "2026-03-11 02:16"]);
  expect(lesson).toContain("`customer-17 · sanjana@example.com · updated 02:16`");
  expect(accountAfter(after(3)).current).toBe("orders@example.org");
});

test("the wrong address stood for less than seven minutes, and the gift card was bought in between", () => {
  expect(time(5) - time(3)).toBeLessThan(7 * 60_000);
  expect(time(5) - time(3)).toBeGreaterThan(6 * 60_000);
  expect([minuteOf(exampleEvents[4] ?? never()), describeData(exampleEvents[4] ?? never())]).toEqual([
    "2026-03-11 02:13",
    "gift card: 200.00",
  ]);
});

test("the row and the events are as long as the lesson says", () => {
  const row = {
    id: "customer-17",
    email: "sanjana@example.com",
    updated_at: exampleEvents[5]?.metadata.occurredAt,
  };
  const events = exampleEvents.reduce((sum, event) => sum + JSON.stringify(event).length, 0);
  expect(lesson).toContain(
    `the row has ${JSON.stringify(row).length} characters, and its six events have ${events} together`,
  );
});

test("the audit table lacks the change of 02:16 and brings back the wrong address; the log brings back the right one", () => {
  expect(auditTable(exampleEvents).map(({ cells }) => cells[1]?.value)).toEqual([
    "sanjana@example.com",
    "s.rao@example.net",
    "sanjana@example.com",
    "orders@example.org",
  ]);
  const recovered = (offset: number) =>
    (["the table", "the audit table", "the log"] as const).map((system) =>
      recoveredAddress(system, after(offset)),
    );
  expect(recovered(-1)).toEqual([null, null, null]);
  expect(recovered(4)).toEqual([null, "orders@example.org", "orders@example.org"]);
  expect(recovered(5)).toEqual([null, "orders@example.org", "sanjana@example.com"]);
});

test("each step is told, and the phone app's too", () => {
  expect(narration(after(-1))).toBe("Before offset 0: there is no account yet.");
  expect(narration(after(3))).toBe(
    "Offset 3, 2026-03-11 02:10. The address is changed to orders@example.org on the web site.",
  );
  expect(narration(after(4))).toContain("only the log has a record");
  expect(narration(after(5))).toContain("the phone app, which does not write to the audit table");
});

test("the auditor's questions are answered from the records", () => {
  const holds = questions.map((question): Guess => question.holds);
  expect(holds).toEqual(["the audit table and the log", "only the log", "the table", "none of them"]);
  const [confirmation, lastChange, , who] = questions;
  expect(confirmation?.answers[2]).toBe(`${accountAfter(after(4)).current}, offset 3.`);
  expect(lastChange?.answers[2]).toBe("The address, offset 5.");
  expect(who?.answers).toEqual(["No.", "No.", "No."]);
  expect(JSON.stringify(exampleEvents[3])).not.toContain('"by"');
});

test("PostgreSQL's own record of the update names a file, a block and two row versions, and no address", () => {
  const [update = ""] = walRecords;
  for (const part of ["rel 1663/5/16384", "blk 0", "off 1", "new off 2"]) expect(update).toContain(part);
  expect(walRecords.join()).not.toMatch(/sanjana|email/);
});

function never(): never {
  throw new Error("The log has no such record.");
}
