import fc from "fast-check";
import { knownTypes } from "./logs.ts";
import { anyText, stringLiteral } from "./texts.ts";

/** When it happens. */
const moment = fc.oneof(
  fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.nat(8))
    .map(([n, k]) => `event.metadata.position.offset % ${n} === ${k}`),
  fc.constantFrom(...knownTypes).map((type) => `event.type === ${stringLiteral(type)}`),
  fc.constantFrom("event.data === null", "event.metadata.key === null", "text(event.data?.item).length > 5"),
);

const thrown = fc.oneof(
  anyText.map((text) => `new Error(${stringLiteral(text)})`),
  anyText.map((text) => stringLiteral(text)),
  fc.constantFrom(
    "null",
    "undefined",
    "42",
    "{ code: 42 }",
    "Symbol('s')",
    "new RangeError()",
    "[1, 2]",
    "10n",
  ),
  fc.constantFrom(
    "Object.assign(new Error('with more'), { name: 'Own' })",
    "new (class Custom extends Error {})('c')",
  ),
);

const returned = fc.constantFrom(
  "undefined",
  "NaN",
  "Infinity",
  "new Map([[1, 2]])",
  "new Set()",
  "new Date(0)",
  "() => 1",
  "Symbol()",
  "1n",
  "[1, , 3]",
  "{ a: undefined }",
  "{ get a() { return 1; } }",
  "/x/",
  "new (class Cart { n = 1 })()",
  "(() => { const o: any = {}; o.self = o; return o; })()",
  "'x'.repeat(300_000)",
  "{ then() {} }",
  "new Proxy({ a: 1 }, {})",
  "Object.assign([1], { extra: 1 })",
  "{ [Symbol.iterator]: 1 }",
  "-0",
  "null",
  "Promise.resolve(1)",
  "new Float64Array(2)",
  "Object('boxed')",
  "Array.from({ length: 30_000 }, () => 0)",
);

const mutation = fc.constantFrom(
  "(s as any).added = 1;",
  "delete (s as any)[Object.keys(s as any)[0]!];",
  "Object.values(s as any).forEach((part: any) => { if (Array.isArray(part)) part.push(1); });",
  "event.data.amount = 999;",
  "event.metadata.position.offset = 0;",
  "(event as any).type = 'Other';",
  "Object.assign(s as any, { n: 1 });",
);

const chance = fc.constantFrom(
  "return { r: Math.random() } as any;",
  "return { t: Date.now() } as any;",
  "return { t: String(new Date()) } as any;",
  "(globalThis as any).kept = ((globalThis as any).kept ?? 0) + 1; return { kept: (globalThis as any).kept } as any;",
);

const endless = fc.constantFrom(
  "for (;;);",
  "while (true) { try { for (;;); } finally { continue; } }",
  "const grow: string[] = []; for (;;) grow.push('x'.repeat(1 << 20));",
);
const deep = fc.constantFrom(
  "const down = (): number => down() + 1; down();",
  "const nest = (n: number): any => (n === 0 ? 1 : { n: nest(n - 1) }); return nest(100) as any;",
);

const statement: fc.Arbitrary<string> = fc.oneof(
  { weight: 8, arbitrary: thrown.map((value) => `throw ${value};`) },
  { weight: 8, arbitrary: returned.map((value) => `return (${value}) as any;`) },
  { weight: 6, arbitrary: mutation },
  { weight: 8, arbitrary: chance },
  { weight: 2, arbitrary: deep },
  { weight: 2, arbitrary: endless },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "null!.missing;",
      "(event.data as any).a.b.c;",
      "undefinedName;",
      "setTimeout(() => {}, 0);",
    ),
  },
);

/**
 * A statement for a function that folds `s` and `event`: at some event it throws, loops, changes what it was given, or
 * returns what cannot be kept.
 */
export const hostileStatement: fc.Arbitrary<string> = fc
  .tuple(moment, statement)
  .map(([when, what]) => `if (${when}) { ${what} }`);

/** What can be wrong with a module as a whole, put before it. */
export const wrongModule = fc.constantFrom(
  "enum Kind { A, B }\n",
  "import fs from 'node:fs';\n",
  "await 0;\n",
  "let x = ;\n",
  "throw new Error('at once');\n",
  "console.log('loaded', Math.random() < 2);\n",
  "(globalThis as any).JSON = null; Array.prototype.join = () => 'owned';\n",
  "Object.prototype.toString = () => 'owned'; Object.freeze(globalThis);\n",
  "const n: number = (function (this: void) { return 1; })() satisfies number;\n",
  "for (;;);\n",
);
