import { expect, test } from "vitest";
import { readJson } from "./json-text.ts";

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
  ['{"a":1,"b":2,"a":3}', '"a" stands twice'],
  ['{"x":[{"a":1,"\\u0061":2}]}', '"a" stands twice'],
  ['{"a":{"b":1},"c":2,"a":1}', '"a" stands twice'],
  ['{"":1,"":1}', '"" stands twice'],
  ['{"x":{"__proto__":{}}}', '"__proto__" is not taken'],
  ['{"__pro\\u0074o__":1}', '"__proto__" is not taken'],
])("%s is refused, because %s", (text, why) => {
  expect(() => readJson(text)).toThrow(why);
});

test.each(["", "{", "{'a':1}", "undefined"])("%j is no JSON", (text) => {
  expect(() => readJson(text)).toThrow(expect.objectContaining({ code: "request-invalid" }));
});
