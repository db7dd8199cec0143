import { expect, test } from "vitest";
import { interpolate, variablesOfRow } from "./variables.ts";

const variables = { qty: "2", name: "o'hara", table: 'a"b' };

test("variables are written as psql writes them", () => {
  expect(interpolate("SET qty = :qty + 1", variables)).toBe("SET qty = 2 + 1");
  expect(interpolate("x = :'name'", variables)).toBe("x = 'o''hara'");
  expect(interpolate('FROM :"table"', variables)).toBe('FROM "a""b"');
});

test("casts, quotes, comments and unknown names stay", () => {
  const text = "SELECT '2'::qty, ':qty', $$:qty$$, :other -- :qty";
  expect(interpolate(text, variables)).toBe(text);
});

test("several variables in one statement", () => {
  expect(interpolate(":qty,:qty':qty':qty", variables)).toBe("2,2':qty'2");
});

test("a row's columns become variables, and NULL unsets one", () => {
  expect(variablesOfRow({ qty: "1", a: "x" }, "", ["qty", "a"], ["3", null])).toEqual({ qty: "3" });
  expect(variablesOfRow({}, "my_", ["qty"], ["3"])).toEqual({ my_qty: "3" });
});
