import { expect, test } from "vitest";
import { cpuTime, waitedTime } from "./cpu-time.ts";

test("a process that does not exist has no time", () => {
  expect(cpuTime(2 ** 30)).toBeNull();
  expect(waitedTime(2 ** 30)).toBe(0);
});

test.runIf(process.platform === "linux")(
  "work counts as processor time, waiting for a timer as neither",
  async () => {
    const worked = () => cpuTime(process.pid) ?? 0;
    const before = worked();
    while (worked() - before < 50);
    const waited = waitedTime(process.pid);
    expect(waited).toBeGreaterThanOrEqual(0);
    expect(Number.isFinite(waited)).toBe(true);
  },
);
