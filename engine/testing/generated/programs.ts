import fc from "fast-check";
import type { Entry } from "../../fold/trace.ts";
import { hostileStatement, wrongModule } from "./hostile-statements.ts";
import { knownTypes } from "./logs.ts";
import { helpers, type StateField, stateField } from "./state-fields.ts";
import { anyText, stringLiteral } from "./texts.ts";

/** A generated program in TypeScript, and what it exports. */
export interface Program {
  source: string;
  entry: Entry;
}

/** A pure function over a state of several fields: what a reducer and each read model are made of. */
interface Folding {
  fields: { name: string; field: StateField }[];
  /** For each known type the fields that its events take on. */
  changes: number[][];
  style: "switch" | "if" | "table" | "ternary";
  other: "same" | "copy" | "counted";
  consoleLine: string | null;
  hostileStatement: string | null;
}

const names = ["n", "sum", "lines", "größe", "last seen", "0", "then", "a/b~c", "name", "__proto"];
const console = fc.oneof(
  anyText.map((line) => `console.log(${stringLiteral(line)}, event.type, s);`),
  fc.constantFrom(
    "console.log(s, event.data);",
    'console.warn("at " + event.metadata.position.offset, -0, 1e21, null, undefined);',
    "for (let i = 0; i < 30; i++) console.log(i, [i, [i, [i, [i]]]]);",
    "console.error(new Map([[1, { a: 1 }]]), () => 1, Symbol('x'), 10n, event.metadata);",
    "console.log();",
  ),
);

/** What is special about a program: null but once in so many times. */
const onceIn = <T>(times: number, arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: times - 1, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });

const folding: fc.Arbitrary<Folding> = fc.record({
  fields: fc
    .tuple(
      fc.shuffledSubarray(names, { minLength: 1, maxLength: 5 }),
      fc.array(stateField, { minLength: 5, maxLength: 5 }),
    )
    .map(([chosen, fields]) => chosen.map((name, i) => ({ name, field: fields[i] as StateField }))),
  changes: fc.array(fc.uniqueArray(fc.nat(4), { minLength: 1, maxLength: 4 }), {
    minLength: knownTypes.length,
    maxLength: knownTypes.length,
  }),
  style: fc.constantFrom("switch", "if", "table", "ternary"),
  other: fc.constantFrom("same", "copy", "counted"),
  consoleLine: onceIn(3, console),
  hostileStatement: onceIn(4, hostileStatement),
});

const keyText = (name: string) => (/^[\p{L}_$][\p{L}\d_$]*$/u.test(name) ? name : stringLiteral(name, false));
const partOf = (s: string, name: string) => `${s}[${stringLiteral(name)}]`;

/** The initial state, the type and the body of the function that folds, over a parameter `s`. */
function written({ fields, changes, style, other, consoleLine, hostileStatement }: Folding) {
  const type = `{ ${fields.map(({ name, field }) => `${keyText(name)}${field.optional ? "?" : ""}: ${field.type}`).join("; ")}; others?: number }`;
  const begun = fields.filter(({ field }) => !field.optional);
  const initial = `{ ${begun.map(({ name, field }) => `${keyText(name)}: ${field.initial}`).join(", ")} }`;
  const next = (type: number) => {
    const parts = new Set((changes[type] ?? []).flatMap((i) => fields[i % fields.length] ?? []));
    const members = [...parts].map(({ name, field }) => `${keyText(name)}: ${field.next(partOf("s", name))}`);
    return `({ ...s, ${members.join(", ")} })`;
  };
  const otherwise = {
    same: "s",
    copy: "({ ...s })",
    counted: "({ ...s, others: (s.others ?? 0) + 1 })",
  }[other];
  const cases = knownTypes.map((known, i) => [stringLiteral(known), next(i)] as const);
  const bodies = {
    switch: `switch (event.type) {\n${cases.map(([known, value]) => `    case ${known}: { return ${value}; }\n`).join("")}    default: return ${otherwise};\n  }`,
    if: `${cases.map(([known, value]) => `if (event.type === ${known}) return ${value};`).join("\n  ")}\n  return ${otherwise};`,
    table: `const table: Record<string, (() => any) | undefined> = { ${cases.map(([known, value]) => `[${known}]: () => ${value}`).join(",\n    ")} };
  return Object.hasOwn(table, event.type) ? table[event.type]!() : ${otherwise};`,
    ternary: `return ${cases.map(([known, value]) => `event.type === ${known} ? ${value}`).join("\n    : ")}\n    : ${otherwise};`,
  };
  const before = [consoleLine, hostileStatement].filter(Boolean).map((line) => `${line}\n  `);
  return { type, initial, body: before.join("") + bodies[style] };
}

const preceded = (source: string, wrong: string | null) => `${wrong ?? ""}${helpers}${source}`;
const wrong = onceIn(25, wrongModule);

/** Reducers: `initialState` and `evolve`. */
export const reducer: fc.Arbitrary<Program> = fc
  .tuple(folding, wrong, fc.constantFrom("function", "arrow"), onceIn(50, fc.constant("async ")))
  .map(([folding, wrong, form, asynchronous]) => {
    const { type, initial, body } = written(folding);
    const async = asynchronous ?? "";
    const source =
      form === "arrow"
        ? `interface State ${type}
export const initialState = (): State => (${initial}) as State;
export const evolve = (s: Readonly<any>, event: Ev): any => {
  ${body}
};`
        : `type State = ${type};
export function initialState(): State { return ${initial} as State; }
export ${async}function evolve<S extends any>(s: any, event: Ev): ${async ? "Promise<any>" : "any"} {
  ${body}
}`;
    return { source: preceded(source, wrong), entry: { kind: "reducer" } };
  });

/** Projectors: one to three read models, of which the entry names one or none. */
export const projector: fc.Arbitrary<Program> = fc
  .tuple(fc.array(folding, { minLength: 1, maxLength: 3 }), wrong, fc.boolean())
  .map(([foldings, wrong, named]) => {
    const views = foldings.map((folding, i) => {
      const { type, initial, body } = written(folding);
      return `export const ${viewNames[i]} = {
  initialView(): any { return ${initial} satisfies Partial<Record<string, unknown>>; },
  project(s: any, event: Ev): ${type} | any {
  ${body}
  },
} as const;`;
    });
    return {
      source: preceded(views.join("\n"), wrong),
      entry: { kind: "projector", ...(named && { name: "byName" }) },
    };
  });

const viewNames = ["byName", "größen", "toString"];
