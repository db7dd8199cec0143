import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Json } from "../fold/json.ts";
import { addEventType, type EventTypesOfLog, mostTypes } from "./event-types-of-log.ts";
import { accepts, emptyShape, maxDepth, mergeShapes, mostMembers, shapeOf } from "./shape.ts";
import { declarationOf, typeText } from "./typescript-declaration.ts";

const name = fc.oneof(
  fc.constantFrom("sku", "qty", "lines", "__proto__", "a b", "ü", "constructor"),
  fc.string(),
);
const { json } = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom<Json>(null, true, 3, "pants"),
    fc.array(tie("json"), { maxLength: 3 }),
    fc.dictionary(name, tie("json"), { maxKeys: 4 }),
  ),
}));
const event = fc.record({
  type: fc.constantFrom("ItemAdded", "ItemRemoved", 'Said "x"', "__proto__"),
  data: json,
});
const learned = (events: { type: string; data: Json }[]) => {
  const types: EventTypesOfLog = new Map();
  for (const each of events) addEventType(types, each);
  return types;
};

test("every value that a shape was made of has it", () => {
  fc.assert(
    fc.property(fc.array(json, { maxLength: 6 }), (values) => {
      const shape = values.map((value) => shapeOf(value)).reduce(mergeShapes, emptyShape);
      for (const value of values) expect(accepts(shape, value)).toBe(true);
    }),
  );
});

test("the order in which a log is read, and in which parts, does not matter", () => {
  fc.assert(
    fc.property(json, json, json, (a, b, c) => {
      const [x, y, z] = [shapeOf(a), shapeOf(b), shapeOf(c)];
      expect(mergeShapes(mergeShapes(x, y), z)).toEqual(mergeShapes(x, mergeShapes(y, z)));
      expect(mergeShapes(x, y)).toEqual(mergeShapes(y, x));
      expect(mergeShapes(x, x)).toEqual(x);
    }),
  );
  fc.assert(
    fc.property(fc.array(event), fc.array(event), (first, second) => {
      expect(learned([...second, ...first])).toEqual(learned([...first, ...second]));
    }),
  );
});

test("a member that one of them lacks is optional, different kinds are a union, lists have one element type", () => {
  const values: Json[] = [
    { sku: "pants", qty: 2, tags: ["a", 1] },
    { sku: null, tags: [], note: { by: "kim" } },
  ];
  const shape = values.map((value) => shapeOf(value)).reduce(mergeShapes);
  expect(typeText(shape)).toBe(
    "{ sku: string | null; qty?: number; tags: (number | string)[]; note?: { by: string } }",
  );
});

test("objects with ever new names are records of one type", () => {
  const lines = Object.fromEntries(Array.from({ length: mostMembers + 1 }, (_, i) => [`sku-${i}`, i]));
  expect(typeText(shapeOf(lines))).toBe("Record<string, number>");
  expect(accepts(mergeShapes(shapeOf(lines), shapeOf({ more: 3 })), { other: 1 })).toBe(true);
});

test("what lies very deep may be anything", () => {
  const deep = Array.from({ length: maxDepth + 5 }).reduce<Json>((inner) => ({ inner }), 7);
  expect(accepts(shapeOf(deep), deep)).toBe(true);
  expect(typeText(shapeOf(deep))).toContain("any");
});

test("more types than anybody has are let in without being told apart", () => {
  const many = Array.from({ length: mostTypes + 50 }, (_, i) => ({ type: `T${i}`, data: i }));
  const types = learned(many);
  expect(types.size).toBe(mostTypes);
  expect(declarationOf(types, "LogEvent")).toContain("EventOf<string, any>");
});

test("an empty log has events all the same", () => {
  expect(declarationOf(new Map(), "LogEvent")).toBe("type LogEvent = EventOf<string, unknown>;\n");
});

/** As the course's own types have it, without the metadata. */
const eventOf = "interface EventOf<Type, Data> { readonly type: Type; readonly data: Readonly<Data> }";

test("TypeScript takes every event of a log for one of the declared types", async () => {
  const logs = fc.sample(fc.array(event, { minLength: 1, maxLength: 8 }), { numRuns: 40, seed: 3 });
  const parts = logs.map((log, i) => {
    const assigned = log.map(({ type, data }) => {
      // An own property named __proto__ is written as one only when its name is computed.
      const written = JSON.stringify({ type, data }).replaceAll('"__proto__":', '["__proto__"]:');
      return `  ${written},`;
    });
    return `${declarationOf(learned(log), `Log${i}`)}const log${i}: Log${i}[] = [\n${assigned.join("\n")}\n];\nvoid log${i};\n`;
  });
  const folder = await mkdtemp(join(tmpdir(), "offset-zero-shapes-"));
  try {
    const file = join(folder, "log.ts");
    await writeFile(file, `${eventOf}\n${parts.join("\n")}export {};\n`);
    const tsc = new URL("../../node_modules/.bin/tsc", import.meta.url).pathname;
    const options = ["--noEmit", "--strict", "--target", "esnext", "--types", "", "--ignoreConfig", file];
    const told = await promisify(execFile)(tsc, options).catch((problem) => problem);
    expect(told.stdout).toBe("");
  } finally {
    await rm(folder, { recursive: true });
  }
});
