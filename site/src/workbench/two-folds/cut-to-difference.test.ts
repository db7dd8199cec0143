import { expect, test } from "vitest";
import { cutToDifference } from "./describe-divergence.ts";

test("short texts are shown whole", () => {
  expect(cutToDifference("−1", "1")).toEqual(["−1", "1"]);
  expect(cutToDifference("open", "checked out and paid for, with a voucher")).toEqual([
    "open",
    "checked out and paid for, with a voucher",
  ]);
});

test("long texts are shown around the character in which they differ", () => {
  expect(cutToDifference("r1bq1r2/pp2n3/4N2k/3pPppP/1b1n2Q1", "r1bq1r2/pp2n3/4N1k1/3pPppP/1b1n2Q1")).toEqual([
    "…2n3/4N2k/3pPppP/1b1n2Q1",
    "…2n3/4N1k1/3pPppP/1b1n2Q1",
  ]);
});
