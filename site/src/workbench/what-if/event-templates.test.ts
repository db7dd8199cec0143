import { expect, test } from "vitest";
import { readCatalog } from "../../../../exercises/catalog.ts";
import type { ExercisePayload } from "../../exercise/exercise-payload.ts";
import { templatesOf } from "./event-templates.ts";

const { exercises } = await readCatalog();

test("every declared type of every exercise is there, and begins as the log has it", () => {
  for (const { records, types } of exercises) {
    const payload = { records, exercise: { typesText: types } } as unknown as ExercisePayload;
    const templates = templatesOf(payload);
    const names = templates.map(({ type }) => type);
    expect(new Set(names).size).toBe(names.length);
    for (const [, type] of types.matchAll(/EventOf<\s*"(\w+)"/g)) expect(names).toContain(type);
    for (const { data } of templates) expect(JSON.parse(JSON.stringify(data))).toEqual(data);
  }
});

test("a type that the log does not hold begins with what its declaration names", () => {
  const typesText =
    'type E = | EventOf<"A", { sku: string; qty: number; note?: string; at: string[] }> | EventOf<"B", unknown>;';
  const payload = { records: [], exercise: { typesText } } as unknown as ExercisePayload;
  expect(templatesOf(payload)).toEqual([
    { type: "A", data: { sku: "", qty: 0, at: null } },
    { type: "B", data: {} },
  ]);
});
