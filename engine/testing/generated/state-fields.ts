import fc from "fast-check";
import { anyText, stringLiteral } from "./texts.ts";

/** One part of a generated state: how it begins, and how an event takes it on. */
export interface StateField {
  /** A type of TypeScript. */
  type: string;
  /** Whether the initial state has it. */
  optional: boolean;
  initial: string;
  /** An expression over `event` and what `s` stands for: the part as it was. */
  next(s: string): string;
}

/** What generated programs know beside the language: written before every one of them. */
export const helpers = `type Ev = {
  type: string; data: any;
  metadata: { id: string; version: number; occurredAt: string; causationId?: string; correlationId?: string;
    key: string | null; position: { topic: string; partition: number; offset: number }; timestamp: number };
};
const num = (value: unknown): number => (typeof value === "number" && Number.isFinite(value) ? value : 0);
const text = (value: unknown): string => (typeof value === "string" ? value : (JSON.stringify(value) ?? ""));
`;

const amount = fc.constantFrom(
  "event.data?.amount",
  "event.data?.qty",
  "event.data?.nested?.a",
  "event.data",
);
const name = fc.constantFrom(
  "text(event.data?.item)",
  'event.metadata.key ?? "no key"',
  "event.type",
  "text(event.data?.nested?.['b c'])",
  "String(event.metadata.position.offset % 3)",
);

interface Kind {
  type: string;
  optional?: boolean;
  initial: fc.Arbitrary<string>;
  next: fc.Arbitrary<(s: string) => string>;
}

/** Expressions that use a number or a name of the event. */
const withAmount = (...made: ((s: string, amount: string) => string)[]) =>
  fc.tuple(fc.constantFrom(...made), amount).map(
    ([make, of]) =>
      (s: string) =>
        make(s, of),
  );
const withName = (...made: ((s: string, name: string) => string)[]) =>
  fc.tuple(fc.constantFrom(...made), name).map(
    ([make, of]) =>
      (s: string) =>
        make(s, of),
  );
const plain = (...made: ((s: string) => string)[]) => fc.constantFrom(...made);
const initially = (...texts: string[]) => fc.constantFrom(...texts);

const kinds: Kind[] = [
  {
    type: "number",
    initial: initially("0", "-0", "1", "0.1", "1e21", "-5e-324", "Number.MAX_SAFE_INTEGER", "0x10", "1_000"),
    next: withAmount(
      (s) => `${s} + 1`,
      (s) => `(${s} + 7) % 13`,
      (s, n) => `${s} + num(${n})`,
      (s, n) => `Math.max(-1e9, Math.min(1e9, ${s} - num(${n}) * 0.1))`,
      (s, n) => `Math.round(${s} * 100 + Math.sin(num(${n}))) / 100`,
      (_, n) => `-num(${n}) * 0`,
      (s, n) => `(${s} ^ num(${n})) >>> 1`,
    ),
  },
  {
    type: "string",
    initial: fc.tuple(anyText, fc.boolean()).map(([value, escaped]) => stringLiteral(value, escaped)),
    next: withName(
      (s, n) => `\`\${${s}.slice(-20)}|\${${n}}#\${event.metadata.position.offset}\``,
      (_, n) => `(${n}).toUpperCase().normalize("NFC")`,
      (_, n) => `[...(${n})].reverse().join("")`,
      (_, n) => `(${n}).replace(/(?<first>\\p{L})\\w*/gu, "$<first>.").padEnd(5, "-")`,
      (s, n) => `${s}.length > 30 ? "" : ${s} + (${n}).charAt(0)`,
      (_, n) => `encodeURIComponent(${n})`,
      (_, n) => `(${n}).split("").map((c) => c.charCodeAt(0).toString(16)).slice(0, 9).join(" ")`,
    ),
  },
  {
    type: "string",
    initial: initially('""', '"1"'),
    next: withAmount(
      (_, n) => `num(${n}).toFixed(2)`,
      (_, n) => `num(${n}).toString(36)`,
      (_, n) => `num(${n}).toExponential(3) + "/" + num(${n}).toPrecision(4)`,
      (s) => `String(BigInt(${s} || "7") * 31n % 1000003n)`,
      (_, n) => `num(${n}).toLocaleString() + (0.1 + 0.2)`,
    ).map((next) => (s: string) => next(`${s}.replace(/\\D/g, "")`)),
  },
  {
    type: "unknown[]",
    initial: initially("[]", "[1, [2, [3]]]", '["a", null, true]'),
    next: withName(
      (s, n) => `[...${s}, ${n}].slice(-4)`,
      (s, n) => `[{ name: ${n}, at: event.metadata.timestamp }, ...${s}].slice(0, 3)`,
      (s, n) => `[...${s}.map(text), ${n}].toSorted((a, b) => a.length - b.length).slice(0, 6)`,
      (s, n) => `[...new Set([...${s}.map(text), ${n}])].sort().slice(-5)`,
      (s) => `${s}.length > 3 ? ${s}.toSpliced(1, 2) : ${s}.concat([[event.metadata.version]])`,
      (s) => `${s}.flat(1).filter((value) => value !== null).slice(0, 8)`,
    ),
  },
  {
    type: "Record<string, number>",
    initial: fc
      .tuple(anyText, fc.boolean())
      .map(([key, escaped]) => `{ ${stringLiteral(key, escaped)}: 1, 10: 2, 9: 3 }`),
    next: withName(
      (s, n) => `{ ...${s}, [${n}]: (Object.hasOwn(${s}, ${n}) ? num(${s}[${n}]) : 0) + 1 }`,
      (s, n) => `Object.fromEntries(Object.entries(${s}).filter(([key]) => key !== ${n}))`,
      (s, n) => `(({ [${n}]: _gone, ...rest }) => rest)(${s} as any)`,
      (s, n) => `Object.fromEntries(new Map([...Object.entries(${s}), [${n}, event.metadata.version]]))`,
      (s, n) =>
        `(() => { const lines = new Map(Object.entries(${s})); lines.set(${n}, lines.size); if (lines.size > 5) lines.delete([...lines.keys()][0]!); return Object.fromEntries(lines); })()`,
    ),
  },
  {
    type: "{ a: { n: number; last: string | null }; byName: Record<string, { n: number }> }",
    initial: initially("{ a: { n: 0, last: null }, byName: {} }"),
    next: withName(
      (s, n) => `{ ...${s}, a: { n: ${s}.a.n + 1, last: ${n} } }`,
      (s, n) => `{ ...${s}, byName: { ...${s}.byName, [${n}]: { n: (${s}.byName[${n}]?.n ?? 0) + 1 } } }`,
      (s) => `JSON.parse(JSON.stringify(${s})) as typeof s`,
    ),
  },
  {
    type: "unknown",
    initial: initially("null", "false", "{}", "Object.create(null)"),
    next: plain(
      () => "event.data",
      () => "event.metadata",
      () =>
        "({ id: event.metadata.id, cause: event.metadata.causationId ?? null, when: event.metadata.occurredAt })",
      (s) => `${s} === null ? false : null`,
      () => "event.metadata.position",
      (s) => `({ before: text(${s}).length, now: Object.keys(event.data ?? {}).length })`,
    ),
  },
  {
    type: "string | number",
    initial: initially('"never"', "0"),
    next: plain(
      () => "new Date(event.metadata.timestamp).toISOString().slice(0, 10)",
      () => "Date.parse(event.metadata.occurredAt) || 0",
      () => "new Date(event.metadata.timestamp).toLocaleDateString()",
      () => "new Date(event.metadata.occurredAt).toISOString()",
      () => "String(new Date(event.metadata.timestamp)) + new Date(2026, 0, 1).getTimezoneOffset()",
      () => "typeof Intl + typeof performance + typeof Date",
    ),
  },
  {
    type: "string",
    optional: true,
    initial: initially('""'),
    next: withName(
      (_, n) => n,
      (s, n) => `${s} === undefined ? ${n} : text(${s}).slice(1)`,
    ),
  },
];

/** A field of a state, of any kind. */
export const stateField: fc.Arbitrary<StateField> = fc
  .constantFrom(...kinds)
  .chain(({ type, optional = false, initial, next }) =>
    fc.record({ type: fc.constant(type), optional: fc.constant(optional), initial, next }),
  );
