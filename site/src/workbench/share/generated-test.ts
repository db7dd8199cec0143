import { type Event, formatPosition, type RawRecord, readRecord } from "../../../../engine/fold/event.ts";
import { isObject, type Json } from "../../../../engine/fold/json.ts";
import { stateAt } from "../../../../engine/fold/states-of-trace.ts";
import type { Step, Trace } from "../../../../engine/fold/trace.ts";
import { written as words } from "../../../../language/english/generated-test.ts";

/** The file that a test of a fold expects the learner's code in. */
export const codeFile = "fold.ts";
export const testFile = "fold.test.ts";

/** A fold and the step up to which it is tested. */
export interface TestedFold {
  trace: Trace;
  /** Index of the step; -1 is the initial state. */
  step: number;
  /** The records folded, for a call, which gets all their events. */
  records: RawRecord[];
  /** Arguments of a call, where the exercise gives them. */
  args?: Json[];
}

/**
 * A test file for Vitest that folds the same events with the code of `codeFile` and expects what the trace holds at this
 * step; null where the fold stopped there.
 */
export function testSource(fold: TestedFold): string | null {
  const { trace, step } = fold;
  if (step >= trace.steps.length) return null;
  const body = bodyOf(fold);
  if (body === null) return null;
  const { imports, lines } = body;
  return [
    `import { expect, test } from "vitest";`,
    `import { ${imports.join(", ")} } from "./${codeFile}";`,
    "",
    `// ${words.save(codeFile)}`,
    ...lines,
    "",
  ].join("\n");
}

interface Body {
  imports: string[];
  lines: string[];
}

function bodyOf(fold: TestedFold): Body | null {
  const { trace, step } = fold;
  const { kind, name = "" } = trace.start.entry;
  const at = trace.steps[step];
  if (kind === "call") return ofCall(name, at, fold);
  if (kind === "upcaster" && at?.event && at.result !== undefined) return ofUpcaster(at.event, at.result);
  if (kind === "projector") return ofViews(fold);
  if (kind === "decider" && at?.command && at.result !== undefined) return ofDecider(at, fold);
  return ofState(fold);
}

function ofState({ trace, step }: TestedFold): Body {
  const events = eventsUpTo(trace, step);
  const state = stateAt(trace, step);
  const folded =
    trace.start.scope === "all"
      ? ["  const state = log.reduce(evolve, initialState());"]
      : byKey("initialState", "evolve(states[key] ?? initialState(), event)");
  const made = trace.start.scope === "all" ? "state" : "states";
  return {
    imports: ["evolve", "initialState"],
    lines: [
      ...logOf(events),
      ...testOf(words.stateAfter(placeOf(trace, step)), [
        ...folded,
        `  expect(${made}).toEqual(${json(state)});`,
      ]),
    ],
  };
}

function ofViews({ trace, step }: TestedFold): Body {
  const events = eventsUpTo(trace, step);
  const views = stateAt(trace, step);
  const names = isObject(views) ? Object.keys(views) : [];
  const all = trace.start.scope === "all";
  const tests = names.map((name) => {
    const view = isObject(views) ? (views[name] ?? null) : null;
    const folded = all
      ? [`  const view = log.reduce((view, event) => ${name}.project(view, event), ${name}.initialView());`]
      : byKey(`${name}.initialView`, `${name}.project(states[key] ?? ${name}.initialView(), event)`);
    return testOf(words.viewAfter(name, placeOf(trace, step)), [
      ...folded,
      `  expect(${all ? "view" : "states"}).toEqual(${json(view)});`,
    ]);
  });
  return { imports: names, lines: [...logOf(events), ...tests.flat()] };
}

/** Given the events before, when the command, then the decision. */
function ofDecider(at: Step, { trace, step }: TestedFold): Body {
  const events = eventsUpTo(trace, step - 1);
  return {
    imports: ["decide", "evolve", "initialState"],
    lines: [
      ...logOf(events),
      ...testOf(words.decides(at.command?.type ?? "", placeOf(trace, step - 1)), [
        "  const state = log.reduce(evolve, initialState());",
        `  expect(decide(${json(at.command ?? null)}, state)).toEqual(${json(at.result ?? null)});`,
      ]),
    ],
  };
}

function ofUpcaster(event: Event, result: Json): Body {
  return {
    imports: ["upcast"],
    lines: testOf(words.reads(event.type), [
      `  const event = ${json(event)};`,
      `  expect(upcast(event)).toEqual(${json(result)});`,
    ]),
  };
}

function ofCall(name: string, at: Step | undefined, { records, args }: TestedFold): Body | null {
  if (at?.result === undefined) return null;
  const events = records.flatMap((record) => {
    const read = readRecord(record);
    return "event" in read ? [read.event] : [];
  });
  const given = args ?? [events as unknown as Json];
  return {
    imports: [name],
    lines: testOf(words.answers(name), [
      `  const given = [\n${given.map((each) => `    ${json(each)},`).join("\n")}\n  ];`,
      `  expect(${name}(...given)).toEqual(${json(at.result)});`,
    ]),
  };
}

function eventsUpTo(trace: Trace, step: number): Event[] {
  return trace.steps.slice(0, step + 1).flatMap(({ event }) => (event ? [event] : []));
}

function logOf(events: Event[]): string[] {
  return ["const log = [", ...events.map((event) => `  ${json(event)},`), "];"];
}

function testOf(name: string, lines: string[]): string[] {
  return ["", `test(${json(name)}, () => {`, ...lines, "});"];
}

/** One state for each key, as the records of a key have it. */
function byKey(begins: string, next: string): string[] {
  return [
    `  const states: Record<string, ReturnType<typeof ${begins}>> = {};`,
    "  for (const event of log) {",
    `    const key = event.metadata.key ?? "";`,
    `    states[key] = ${next};`,
    "  }",
  ];
}

function placeOf({ steps }: Trace, step: number): string {
  const last = steps.slice(0, step + 1).findLast(({ position }) => position !== null);
  return last?.position ? formatPosition(last.position) : words.start;
}

/** JSON as code: an own `__proto__` is a name only where it is computed, and no line ends inside a text. */
function json(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029")
    .replaceAll('"__proto__":', '["__proto__"]:');
}
