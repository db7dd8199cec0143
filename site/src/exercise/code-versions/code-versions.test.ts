import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CodeVersion, readVersions, versionLimits, withVersion } from "./code-versions.ts";

const version = fc.record({
  at: fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  source: fc.oneof(
    fc.integer({ min: 0, max: 200 }).map((n) => `source ${n}`),
    fc.integer({ min: 1, max: 40_000 }).map((length) => "x".repeat(length)),
  ),
  verdict: fc.constantFrom("ok" as const, "threw" as const, "cancelled" as const, null),
  passed: fc.constantFrom(true, false, null),
});
const history = fc
  .array(version, { maxLength: 120 })
  .map((all) => all.reduce<CodeVersion[]>((kept, one) => withVersion(kept, one), []));
const one = (source: string, passed: boolean | null = null): CodeVersion => ({
  at: "2026-03-02T09:00:00.000Z",
  source,
  verdict: "ok",
  passed,
});

describe("what is kept", () => {
  test("law: it stays within its bounds, and every source is there once", () => {
    fc.assert(
      fc.property(history, (kept) => {
        const characters = kept.reduce((sum, { source }) => sum + source.length, 0);
        expect(characters).toBeLessThanOrEqual(versionLimits.characters);
        expect(kept.filter(({ passed }) => !passed).length).toBeLessThanOrEqual(versionLimits.versions);
        expect(new Set(kept.map(({ source }) => source)).size).toBe(kept.length);
      }),
    );
  });

  test("law: what was run last is the last", () => {
    fc.assert(
      fc.property(history, version, (kept, next) => {
        fc.pre(next.verdict !== "cancelled");
        expect(withVersion(kept, next).at(-1)).toMatchObject({ source: next.source, at: next.at });
      }),
    );
  });

  test("what passed outlives many that did not", () => {
    const passed = withVersion([], one("right", true));
    const after = Array.from({ length: 200 }).reduce<CodeVersion[]>(
      (kept, _, i) => withVersion(kept, one(`wrong ${i}`, false)),
      passed,
    );
    expect(after.length).toBe(versionLimits.versions + 1);
    expect(after[0]).toMatchObject({ source: "right", passed: true });
  });

  test("what passed once has passed, also when it is only run later", () => {
    const kept = withVersion(withVersion(withVersion([], one("a", true)), one("b", false)), one("a"));
    expect(kept.map(({ source, passed }) => [source, passed])).toEqual([
      ["b", false],
      ["a", true],
    ]);
  });
});

test("law: what is kept is read again as it was", () => {
  fc.assert(
    fc.property(history, (kept) => void expect(readVersions(JSON.parse(JSON.stringify(kept)))).toEqual(kept)),
  );
});

test("law: anything at all can be read", () => {
  fc.assert(
    fc.property(fc.anything(), (value) => void expect(Array.isArray(readVersions(value))).toBe(true)),
  );
  expect(readVersions([{ source: "a" }, null, 3, one("b")])).toEqual([one("b")]);
});
