import type { Entry } from "../fold/trace.ts";
import { compileSentences } from "../sentences/english/compile.ts";
import { joinMessages, type Message, sentencesFrom } from "../sentences/message.ts";
import type { Failure } from "./fold-failures.ts";
import { declarationOf } from "./source-search.ts";

const says = sentencesFrom(compileSentences);

/** Why a module does not have what is called: null where it has. `exported` are the kinds of its exports by name. */
export function missingExport(
  { kind, name }: Entry,
  exported: Record<string, unknown>,
  source: string,
): Failure | null {
  if (kind === "projector") {
    const found = name ? exported[name] === "view" : Object.values(exported).includes("view");
    if (found) return null;
    return stopAt(says("read-model-missing", { name: name ?? "name" }), name ?? "", source);
  }
  const wanted = {
    reducer: ["initialState", "evolve"],
    decider: ["initialState", "evolve", "decide"],
    // What it reads may be folded too.
    upcaster: exported.evolve === "function" ? ["upcast", "initialState"] : ["upcast"],
    call: [name ?? ""],
  }[kind];
  const missing = wanted.find((each) => exported[each] !== "function");
  if (missing === undefined) return null;
  return stopAt(describeMissingFunction(missing, exported, source), missing, source);
}

function describeMissingFunction(name: string, exported: Record<string, unknown>, source: string): Message {
  if (exported[name] !== undefined) return says("export-not-a-function", { name });
  if ("default" in exported) return says("export-default", { name });
  if (declarationOf(name, source)) return says("not-exported", { name });
  const names = Object.keys(exported).map((other) => `\`${other}\``);
  const others =
    names.length === 0 ? says("exports-nothing") : says("exports-others", { names: names.join(", ") });
  return joinMessages(says("export-missing", { name }), others);
}

function stopAt(message: Message, name: string, source: string): Failure {
  const place = declarationOf(name, source);
  return { verdict: "compile-error", ...message, ...(place && { source: place }) };
}
