import { expect } from "vitest";
import { runLimits } from "../../runs/limits.ts";
import { givenRecords } from "../../testing/test-playground.ts";
import type { HostileCase } from "../case.ts";
import { expectStop, passed, passes, reducer, stopped } from "../expect-run-end.ts";

/** A state that is refused; `says` fits what is wrong, and what to try follows. */
const refused = (says: RegExp) => ({
  verdict: "state-invalid" as const,
  says: new RegExp(`^\`evolve\` returned .*${says.source}.*\\. [A-Z].*\\.$`),
});
const returns = (state: string) => reducer(`return ${state};`);

/** What a state may be. */
export const state: HostileCase[] = [
  {
    id: "STA-01",
    what: "a forgotten return: the state before it stays",
    async try(target) {
      const { end } = await stopped(target, reducer("state.n;"), {
        verdict: "state-invalid",
        says: /returned undefined\. Is a return missing.*\?/,
      });
      expect(end.state).toEqual({ n: 0 });
    },
  },
  {
    id: "STA-03",
    what: "NaN and the infinite, which JSON would make null",
    async try(target) {
      const sum = { verdict: "state-invalid" as const, says: /in which `a` is NaN, not a number\. .*\?.*/ };
      await stopped(target, returns("{ a: 0 / 0 }"), sum);
      const quotient = { verdict: "state-invalid" as const, says: /in which `a\.1` is infinite\. .*\?/ };
      await stopped(target, returns("{ a: [1, 1 / 0] }"), quotient);
    },
  },
  {
    id: "STA-05",
    what: "negative zero is written as 0",
    async try(target) {
      const { text } = await passed(target, returns("{ a: -0 }"), { a: 0 });
      expect(text).not.toMatch(/"(a|value)":-0/);
    },
  },
  {
    id: "STA-07",
    what: "a Map and a Set, with what to use instead",
    async try(target) {
      await stopped(target, returns("{ m: new Map() }"), refused(/`m` is a Map/));
      await stopped(target, returns("{ m: new Set() }"), refused(/`m` is a Set/));
    },
  },
  {
    id: "STA-09",
    what: "objects of other kinds, each by the name of its kind",
    async try(target) {
      const kinds = {
        RegExp: "/x/",
        Error: "new Error('x')",
        Date: "new Date(0)",
        Uint8Array: "new Uint8Array(3)",
        Number: "new Number(1)",
        String: "new String('x')",
        Boolean: "new Boolean(true)",
        BigInt: "1n",
        ArrayBuffer: "new ArrayBuffer(2)",
        WeakMap: "new WeakMap()",
        "object of class A": "new (class A {})",
        "list of another class": "new (class extends Array {})",
      };
      for (const [kind, value] of Object.entries(kinds)) {
        await stopped(target, returns(`{ v: ${value} }`), refused(new RegExp(`\`v\` is an? ${kind}`)));
      }
    },
  },
  {
    id: "STA-11",
    what: "a function, a symbol, a symbol as a key",
    async try(target) {
      await stopped(target, returns("{ f() {} }"), refused(/`f` is a function/));
      await stopped(target, returns("{ f: Symbol('x') }"), refused(/`f` is a symbol/));
      await stopped(target, returns("{ [Symbol('x')]: 1 }"), refused(/has a symbol as a key/));
    },
  },
  passes(
    "STA-13",
    "an object without a prototype is a plain one",
    returns("Object.assign(Object.create(null), { a: 1 })"),
    {
      a: 1,
    },
  ),
  {
    id: "STA-15",
    what: "a cycle",
    async try(target) {
      const at = (path: string) => refused(new RegExp(`\`${path}\` contains itself: a cycle`));
      await stopped(target, reducer("const o = {}; o.self = o; return o;"), at("self"));
      await stopped(target, reducer("const o = { a: [{}] }; o.a[0].b = o; return o;"), at("a\\.0\\.b"));
    },
  },
  expectStop(
    "STA-17",
    "references shared thirty levels deep, two to the thirtieth values",
    reducer("let o = {}; for (let i = 0; i < 30; i++) o = { x: o, y: o }; return o;"),
    refused(/more than 20,?000 values/),
  ),
  expectStop(
    "STA-19",
    "fifty thousand keys, those that do not show included",
    ["o['k' + i] = i", "Object.defineProperty(o, 'k' + i, { value: 1 })"].map((add) =>
      reducer(`const o = {}; for (let i = 0; i < 50000; i++) ${add}; return o;`),
    ),
    refused(/more than 20,?000 values/),
  ),
  expectStop(
    "STA-21",
    "long keys count as values do",
    [
      "{ ['k'.repeat(250000)]: 1 }",
      "{ ['k'.repeat(150000)]: 1, ['j'.repeat(150000)]: 1 }",
      // 150,000 characters, six times as many in JSON.
      "{ ['\\0'.repeat(150000)]: 1 }",
    ].map(returns),
    refused(/larger than 200,?000 characters/),
  ),
  {
    id: "STA-23",
    what: "a getter is named and never called",
    async try(target) {
      const source = returns("{ get a() { console.log('it ran'); return 1; } }");
      const { text } = await stopped(target, source, refused(/`a` is a getter/));
      expect(text).not.toContain('"it ran"');
    },
  },
  {
    id: "STA-25",
    what: "a proxy is read as data, its traps under the same budget",
    async try(target) {
      await passed(target, returns("new Proxy({ a: 1 }, {})"), { a: 1 });
      await stopped(target, returns("new Proxy({}, { ownKeys() { for (;;); } })"), {
        verdict: "time-limit",
        says: /past the step limit.*\?/,
      });
    },
  },
  {
    // The table has state-invalid. A trap that throws is the learner's code throwing, and is told as that.
    id: "STA-27",
    what: "a proxy's trap throws what looks like our own error: told as thrown, cut short",
    async try(target) {
      const thrown = "{ reason: 'is fine', path: null, toString() { return '=forged'; } }";
      const forged = await stopped(
        target,
        returns(`new Proxy({}, { getPrototypeOf() { throw ${thrown}; } })`),
        {
          verdict: "threw",
          says: /threw an object without a message/,
        },
      );
      expect(forged.text).not.toMatch(/is fine|=forged/);
      const long = returns(
        "new Proxy({}, { getPrototypeOf() { throw new Error('<b>' + 'x'.repeat(5000)); } })",
      );
      const { end } = await stopped(target, long, { verdict: "threw", says: /Error: <b>x{100}/ });
      expect(end.message).not.toMatch(/x{501}/);
    },
  },
  {
    id: "STA-29",
    what: "states that grow with every record: stopped at the limit of one, or of all steps together",
    async try(target) {
      const more = "[...state.a, ...Array.from({ length: 1_000 }, (_, i) => i)]";
      // The state itself is one value, its list another: twenty times a thousand would be too many.
      const { keyframes } = await stopped(
        target,
        reducer(`return { a: ${more} };`, { initial: "{ a: [] }" }),
        {
          ...refused(/more than 20,?000 values/),
          index: 19,
          body: { log: givenRecords(100) },
        },
      );
      expect(keyframes).toEqual([]);
      const large = reducer("return { a: 'x'.repeat(190_000) + event.metadata.position.offset };");
      const { end, steps, text } = await target.run(large, { log: givenRecords(1_000) });
      expect(end).toMatchObject({
        verdict: "memory-limit",
        message: expect.stringMatching(/together take more than 32 MB\. .*\?/),
      });
      expect(steps).toHaveLength(end.steps);
      expect(end.at?.index).toBe(end.steps);
      // The last state comes with the end, and each line of the process has some words around it.
      expect(text.length).toBeLessThan(runLimits.outputCharacters * 1.05);
    },
  },
  {
    id: "STA-31",
    what: "the order of keys is JavaScript's own",
    async try(target) {
      const { end } = await passed(target, returns("{ b: 1, a: 2, 10: 3, 9: 4 }"), {
        9: 4,
        10: 3,
        a: 2,
        b: 1,
      });
      expect(Object.keys(end.state as object)).toEqual(["9", "10", "b", "a"]);
      // Another order of the same keys is no other state.
      const turned = reducer("return event.data.n % 2 ? { a: 1, b: 2 } : { b: 2, a: 1 };", {
        initial: "{ a: 1, b: 2 }",
      });
      const { steps } = await target.run(turned);
      expect(steps.map(({ patch }) => patch)).toEqual([[], [], []]);
    },
  },
];
