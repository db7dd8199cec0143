import { expect, test } from "vitest";
import { unreadLimits } from "./limits.ts";
import { UnreadMemoryBudget } from "./memory-budget.ts";

const { reservedBytes, bytesPerAddress, bytesInAll } = unreadLimits;
const refused = expect.objectContaining({ code: "answers-unread", retryAfter: expect.any(Number) });

test("reservedBytes", () => {
  const budget = new UnreadMemoryBudget();
  for (let address = 0; budget.bytes < bytesInAll; address++) {
    const most = Math.min(bytesPerAddress, bytesInAll - budget.bytes + reservedBytes);
    expect(budget.open(`10.0.0.${address}`).take(most)).toBe(true);
  }
  const reader = budget.open("192.0.2.1");
  expect(reader.take(reservedBytes)).toBe(true);
  expect(reader.take(1)).toBe(false);
  reader.give(1);
  expect(reader.take(1)).toBe(true);
});

test("bytesPerAddress", () => {
  const budget = new UnreadMemoryBudget();
  const account = budget.open("192.0.2.1");
  expect(account.take(bytesPerAddress + 1)).toBe(false);
  expect(account.take(bytesPerAddress)).toBe(true);
  expect(() => budget.open("192.0.2.1")).toThrow(refused);
  expect(budget.open("192.0.2.2").take(reservedBytes)).toBe(true);
  account.close();
  expect(budget.open("192.0.2.1").take(bytesPerAddress)).toBe(true);
});

test("bytesInAll", () => {
  const budget = new UnreadMemoryBudget();
  const fill = (address: string) => budget.open(address).take(bytesPerAddress);
  const full = Math.floor(bytesInAll / (bytesPerAddress - reservedBytes));
  for (let i = 0; i < full; i++) expect(fill(`10.0.0.${i}`)).toBe(true);
  expect(fill("192.0.2.1")).toBe(false);
  expect(budget.bytes).toBeLessThanOrEqual(bytesInAll);
});

test("bytes that several answers share count once, for as long as one of them holds them", () => {
  const limits = { reservedBytes: 10, bytesPerAddress: 100, bytesInAll: 120 };
  const budget = new UnreadMemoryBudget(limits);
  const shared = Buffer.alloc(60);
  const accounts = Array.from({ length: 3 }, () => budget.open("192.0.2.1"));
  expect(accounts.map((account) => account.share(shared))).toEqual([true, true, true]);
  expect(accounts[0]?.share(Buffer.alloc(60))).toBe(false);
  expect(budget.open("192.0.2.2").share(shared)).toBe(true);
  expect(budget.bytes).toBe(60);
  accounts[0]?.unshare(shared);
  expect(budget.bytes).toBe(60);
});

test("closed accounts hold nothing", () => {
  const budget = new UnreadMemoryBudget();
  const accounts = Array.from({ length: 5 }, () => budget.open("192.0.2.1"));
  const shared = Buffer.alloc(1_000);
  for (const account of accounts) {
    account.take(100_000);
    account.share(shared);
    account.give(5);
    account.close();
    account.close();
    account.give(5);
  }
  expect(budget.bytes).toBe(0);
  expect(budget.open("192.0.2.1").take(bytesPerAddress)).toBe(true);
});
