import { expect } from "vitest";
import type { HostileCase } from "../case.ts";
import { passed, reducer } from "../expect-run-end.ts";

const counting = (before: string) =>
  reducer("return { n: state.n + 1, list: [1, 2], text: 'x' };", { before });
const counted = { n: 3, list: [1, 2], text: "x" };

/** Everything the driver could lean on, replaced. */
const replaced = `
const owned = () => "owned";
const { ownKeys } = Reflect;
const kinds = [Array, String, WeakMap, Map, Function, Object, Date, RegExp, Promise];
const spaces = [JSON, Reflect, Object, Array, Number, Math, Date, String];
const list = [];
for (const kind of kinds) for (const name of ownKeys(kind.prototype)) if (name !== "constructor") list[list.length] = [kind.prototype, name];
for (const space of spaces) for (const name of ownKeys(space)) if (name !== "prototype") list[list.length] = [space, name];
for (let i = 0; i < list.length; i++) try { list[i][0][list[i][1]] = owned; } catch {}
Object.prototype.toJSON = owned;
String = owned; JSON = null; Object = null; WeakMap = null; Promise = null;`;

/** Names the driver writes into objects of its own. */
const names = [
  "text",
  "values",
  "frozen",
  "height",
  "reason",
  "path",
  "key",
  "up",
  "deepest",
  "name",
  "message",
  "stack",
];

/** Built-ins that the learner's code changes for itself: it harms nobody else, and what is recorded stays right. */
export const tampering: HostileCase[] = [
  {
    id: "TMP-01",
    what: "Object.prototype is polluted: a normal result, gone in the next run, and not in the server",
    async try(target) {
      await passed(target, counting("Object.prototype.hacked = 1; Array.prototype.hacked = 2;"), counted);
      await passed(target, reducer("return { n: String({}.hacked) + [].hacked };"), {
        n: "undefinedundefined",
      });
      expect(({} as { hacked?: number }).hacked).toBeUndefined();
    },
  },
  {
    // The table has result-unreadable. Here the driver keeps what it needs before the learner's code is loaded.
    id: "TMP-03",
    what: "built-ins are replaced by the dozen, and the states are read all the same",
    async try(target) {
      await passed(
        target,
        counting("Array.prototype.join = () => 'owned'; JSON.stringify = () => 'owned';"),
        counted,
      );
      const { text } = await passed(target, counting(replaced), counted);
      expect(text).not.toContain("owned");
    },
  },
  {
    id: "TMP-05",
    what: "setters wait on the prototypes for what the driver writes, and get nothing",
    async try(target) {
      const spy =
        "{ set(value) { console.log('got', typeof value); }, get() { return 'forged'; }, configurable: true }";
      const before = `Object.defineProperty(Array.prototype, "0", ${spy});
for (const name of ${JSON.stringify(names)}) Object.defineProperty(Object.prototype, name, ${spy});`;
      const { text } = await passed(target, counting(before), counted);
      expect(text).not.toMatch(/"got|forged/);
    },
  },
  {
    id: "TMP-07",
    what: "constructor, prototype and __proto__ as keys are data, as keys of records too",
    async try(target) {
      const state = '{"constructor":{"prototype":{"x":1}},"__proto__":{"y":1},"hasOwnProperty":1}';
      await passed(target, reducer(`return JSON.parse('${state}');`), JSON.parse(state));
      const keys = ["__proto__", "constructor", "toString", "hasOwnProperty"];
      const records = keys.map((key) => ({ key, event: { type: "Counted", data: {} } }));
      const body = { log: { records, scope: "by-key" as const } };
      const { end } = await target.run(reducer("return { n: state.n + 1 };"), body);
      expect(Object.entries(end.state as object)).toEqual(keys.map((key) => [key, { n: 1 }]));
      expect(({} as { y?: number }).y).toBeUndefined();
    },
  },
  {
    id: "TMP-09",
    what: "everything is frozen, and the next run is free",
    async try(target) {
      const freeze = `Object.freeze(globalThis);
for (const name of Reflect.ownKeys(globalThis)) {
  const value = globalThis[name];
  if (typeof value !== "function" && (typeof value !== "object" || value === null)) continue;
  Object.freeze(value);
  if (value.prototype) Object.freeze(value.prototype);
}`;
      await passed(target, counting(freeze), counted);
      await passed(target, counting("globalThis.free = true; Array.prototype.free = true;"), counted);
    },
  },
  {
    id: "TMP-11",
    what: "chance and clock replaced by constants: allowed, for this run alone",
    async try(target) {
      const before = "Math.random = () => 0; Date.now = () => 5;";
      await passed(target, reducer("return { r: Math.random(), d: Date.now() };", { before }), {
        r: 0,
        d: 5,
      });
      const { end } = await target.run(reducer("return { r: Math.random(), d: Date.now() };"));
      expect(end.verdict).toBe("nondeterministic");
    },
  },
];
