import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Json } from "../../../../engine/fold/json.ts";
import { rowsOf, stateOf } from "./state-form-rows.ts";

test("every part of a state is a line, texts without quotation marks", () => {
  expect(rowsOf({ lines: { pants: 2 }, status: "open", tags: [1], none: {} })).toEqual([
    { path: ["lines", "pants"], text: "2" },
    { path: ["status"], text: "open" },
    { path: ["tags"], text: "[1]" },
    { path: ["none"], text: "{}" },
  ]);
});

test("a text that could be read as a number keeps its quotation marks", () => {
  expect(rowsOf({ a: "2", b: "true", c: '"' })?.map(({ text }) => text)).toEqual(['"2"', '"true"', '"']);
});

test("what is no object, or has many parts, is no form", () => {
  expect([rowsOf(3), rowsOf([1]), rowsOf(null)]).toEqual([null, null, null]);
  expect(rowsOf(Object.fromEntries(Array.from({ length: 13 }, (_, i) => [`k${i}`, i])))).toBeNull();
});

test("a line that is added and one that is changed make the next state", () => {
  const rows = rowsOf({ pants: 2 }) ?? [];
  expect(stateOf([...rows, { path: ["hat"], text: "1" }, { path: ["pants"], text: "1" }])).toEqual({
    pants: 1,
    hat: 1,
  });
  expect(stateOf([])).toEqual({});
});

test("law: the lines of a state make the same state again", () => {
  const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.array(fc.integer()));
  const small = { maxKeys: 3 };
  const state = fc.dictionary(fc.string(), fc.oneof(value, fc.dictionary(fc.string(), value, small)), small);
  fc.assert(
    fc.property(state, (state) => {
      const rows = rowsOf(state as Json);
      fc.pre(rows !== null);
      expect(stateOf(rows ?? [])).toEqual(JSON.parse(JSON.stringify(state)));
    }),
  );
});
