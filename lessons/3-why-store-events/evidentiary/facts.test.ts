import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openPack, readExercise } from "../../../exercises/catalog.ts";
import { endOfFold } from "../../../exercises/end-of-fold.ts";
import { sealFor } from "../../../exercises/sealed-ledger/domain.ts";
import {
  balanceOf,
  brokenAt,
  cashBook,
  changed,
  euros,
  forge,
  judge,
  notedSeal,
  nothing,
} from "./cash-book.ts";
import { questions, sentenceOf, verdictOf } from "./words.ts";

const text = readFileSync(new URL("./lesson.mdx", import.meta.url), "utf8");
const exercise = await readExercise(await openPack(undefined, ["sealed-ledger"]), "sealed-ledger");
const logged = exercise.records.map(({ value }) => JSON.parse(value ?? "null"));
const sealAt = (offset: number) => String(cashBook[offset]?.data.seal);

test("the log is the figure's cash book, with one amount changed and its seal left", () => {
  const copy = forge({ ...nothing, changesAmount: true });
  expect(logged).toEqual(copy);
  expect(exercise.records).toHaveLength(8);
  expect(text).toContain("all eight records");
});

test("book and box agree on 532.70 euros, 200 less than was written", () => {
  expect(euros(balanceOf(logged))).toBe("532.70");
  expect(text).toContain("both say 532.70 euros");
  expect(euros(balanceOf(cashBook))).toBe("732.70");
  expect(sentenceOf(logged[changed.offset])).toBe("tom pays 280.00 to caterer");
  expect(sentenceOf(cashBook[changed.offset] as never)).toBe("tom pays 80.00 to caterer");
});

test("a seal is the beginning of the SHA-256 of the text that the task describes", () => {
  const sealedText = `${sealAt(3)} CashPaid 2026-06-27T20:10:00Z {"amountCents":8000,"by":"tom","to":"caterer"}`;
  expect(createHash("sha256").update(sealedText).digest("hex").slice(0, 12)).toBe(sealAt(4));
});

test("the two seals of offset 4 are those in the text", () => {
  expect(text).toContain(`Its seal is \`${sealAt(4)}\``);
  const { type, data, metadata } = logged[4];
  expect(text).toContain(`gives \`${sealFor(type, metadata.occurredAt, data)}\``);
  expect(text).toContain(`its last seal, \`${notedSeal}\``);
});

test("only the record at offset 2 has its fields in another order, and its seal fits", () => {
  const unordered = logged.flatMap(({ data: { previous, seal, ...rest } }, offset) =>
    Object.keys(rest).join() === Object.keys(rest).toSorted().join() ? [] : [offset],
  );
  expect(unordered).toEqual([2]);
  expect(Object.keys(logged[2].data)[0]).toBe("from");
  expect(judge(logged)[2]).toEqual({ isLinked: true, isSealed: true });
});

test("the solution finds offset 4", async () => {
  expect(await endOfFold(exercise)).toHaveProperty(["state", "brokenAt"], 4);
});

test("without offset 4 the seven other seals still fit, and offset 5 names a seal that is gone", () => {
  const rest = cashBook.toSpliced(4, 1);
  expect(judge(rest).every(({ isSealed }) => isSealed)).toBe(true);
  expect(rest[brokenAt(rest) ?? -1]?.metadata?.id).toBe("c5");
  expect(rest.some(({ data }) => data.seal === sealAt(4))).toBe(false);
  expect(cashBook[5]?.data.previous).toBe(sealAt(4));
});

test("each record that is sealed again moves the break on by one, and at the end nothing breaks", () => {
  const breaks = [0, 1, 2, 3, 4].map((sealsAgain) =>
    brokenAt(forge({ changesAmount: true, sealsAgain, cutsEnd: false })),
  );
  expect(breaks).toEqual([4, 5, 6, 7, null]);
});

test("the noted seal finds a book that was sealed again, and one whose end is cut", () => {
  const differs = (forgery: typeof nothing) => forge(forgery).at(-1)?.data.seal !== notedSeal;
  expect(differs(nothing)).toBe(false);
  expect(differs({ changesAmount: true, sealsAgain: 4, cutsEnd: false })).toBe(true);
  expect(differs({ ...nothing, cutsEnd: true })).toBe(true);
  expect(brokenAt(forge({ ...nothing, cutsEnd: true }))).toBeNull();
  expect(brokenAt(cashBook.slice(0, -2))).toBeNull();
});

test("the right answers of the figure are what its book shows then", () => {
  const [first, second, third] = questions.map(({ forgery }) => verdictOf(forgery));
  expect(first).toContain(`The chain breaks ${questions[0]?.right}.`);
  expect(second).toContain(`The chain breaks ${questions[1]?.right}.`);
  expect(third).toContain("The chain does not break");
  expect(third).toContain(`Nadia noted ${notedSeal}.`);
  for (const { options, right } of questions) expect(options).toContain(right);
});
