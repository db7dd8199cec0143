import { expect, test } from "vitest";
import { limits } from "../../engine/sandbox/limits.ts";
import { TokenBucket } from "../socket/token-bucket.ts";
import { ByteRates } from "./byte-rates.ts";
import { httpLimits } from "./limits.ts";

test("bytes come back with time, and sixty sessions behind one address send the longest sources at once", () => {
  const rates = new ByteRates(60);
  for (let i = 0; i < 60; i++) rates.take("192.0.2.1", limits.sourceBytes);
  const { bodyBytes, bytesAtOnce, bytesPerSecond } = httpLimits;
  const allowance = new TokenBucket(bytesAtOnce, bytesPerSecond);
  const now = performance.now() + 1_000;
  expect(allowance.take(bytesAtOnce, now)).toBe(true);
  expect(allowance.take(bytesPerSecond, now + 999)).toBe(false);
  expect(allowance.take(bytesPerSecond, now + 1_001)).toBe(true);
  rates.take("192.0.2.2", 60 * bytesAtOnce);
  for (let i = 0; i < 2_000; i++) rates.take(`10.0.${i >> 8}.${i & 255}`, bodyBytes);
  expect(() => rates.take("192.0.2.2", 60 * bytesAtOnce)).toThrow(
    expect.objectContaining({ code: "rate-limited" }),
  );
});
