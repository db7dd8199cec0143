import { describe, expect, test } from "vitest";
import { cases } from "./all-cases.ts";
import { differences, expectedOutcomes } from "./expected-outcomes.ts";

describe("the table of hostile cases", () => {
  test("has the cases of the suite, in their order, and no other", () => {
    expect(cases.map(({ id }) => id)).toEqual(expectedOutcomes.map(({ id }) => id));
  });

  test("has each case once", () => {
    expect(new Set(expectedOutcomes.map(({ id }) => id)).size).toBe(expectedOutcomes.length);
  });

  test("gives what the design said and a reason with each departure", () => {
    const departures = expectedOutcomes.flatMap(({ departure }) => departure ?? []);
    expect(departures.length).toBeGreaterThan(0);
    for (const departure of departures) expect(departure).toMatch(/^The design .+\. .+\.$/);
  });
});

describe("a row and what was heard", () => {
  const row = { id: "CPU-01", ends: ["ok" as const, ["time-limit" as const, "memory-limit" as const]] };

  test("agree where each end was heard, of several any", () => {
    expect(differences(row, new Set(["ok", "memory-limit"]))).toEqual([]);
    expect(differences(row, new Set(["ok", "memory-limit", "time-limit"]))).toEqual([]);
  });

  test("differ where an end was not heard", () => {
    expect(differences(row, new Set(["ok"]))).toEqual([
      "The table promises time-limit or memory-limit, and no run ended so.",
    ]);
  });

  test("differ where another end was heard", () => {
    expect(differences(row, new Set(["ok", "time-limit", "threw"]))).toEqual([
      "A run ended with threw, which the table does not have.",
    ]);
  });
});
