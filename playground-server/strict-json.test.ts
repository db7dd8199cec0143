import { expect, test } from "vitest";
import { requestLimits } from "../engine/protocol/request-limits.ts";
import { readJson } from "./strict-json.ts";

test.each([
  ['{"a":1,"b":{"a":2},"c":[{"a":3},{"a":4}]}'],
  ['[{"a":"a"},"a",{"b" : "a\\"b:"}]'],
  ['{"constructor":{"prototype":1},"":0}'],
  ['"a"'],
  ["[]"],
  [' { "a" : { } , "b" : [ { } ] } '],
])("%s is read as it is", (text) => {
  expect(readJson(text)).toEqual(JSON.parse(text));
});

test.each([
  ['{"a":1,"b":2,"a":3}', '"a" twice'],
  ['{"x":[{"a":1,"\\u0061":2}]}', '"a" twice'],
  ['{"a":{"b":1},"c":2,"a":1}', '"a" twice'],
  ['{"":1,"":1}', '"" twice'],
  ['{"x":{"__proto__":{}}}', '"__proto__" is not allowed'],
  ['{"__pro\\u0074o__":1}', '"__proto__" is not allowed'],
])("%s is refused, because %s", (text, why) => {
  expect(() => readJson(text)).toThrow(why);
});

test.each(["", "{", "{'a':1}", "undefined"])("%j is no JSON", (text) => {
  expect(() => readJson(text)).toThrow(expect.objectContaining({ code: "request-invalid" }));
});

test.each([
  ["textDepth", (size: number) => "[".repeat(size)],
  ["textValues", (size: number) => `[${"0,".repeat(size - 1)}`],
  ["keysInOneObject", (size: number) => `{${Array.from({ length: size }, (_, n) => `"${n}":0`).join()},`],
] as const)("%s: what is past it is refused by its text, before it is parsed", (name, text) => {
  const limit = requestLimits[name];
  // Neither is JSON: only the one past the limit is refused before that is found.
  expect(() => readJson(text(limit))).toThrow("not valid JSON");
  expect(() => readJson(text(limit + 1))).toThrow(`more than ${limit.toLocaleString("en")}`);
});

test.each(['{"a', '{"a\\', '{"\\x":1}', "]]]{", '{"a":1,"b'])(
  "%s is read to its end and is no JSON",
  (text) => {
    expect(() => readJson(text)).toThrow("not valid JSON");
  },
);
