import type { Entry } from "../fold/trace.ts";
import { declarationOf } from "./in-source.ts";
import type { Stop } from "./stops.ts";

/** Why a module does not have what is called: null where it has. `exported` are the kinds of its exports by name. */
export function missingExport(
  { kind, name }: Entry,
  exported: Record<string, unknown>,
  source: string,
): Stop | null {
  if (kind === "projector") {
    const found = name ? exported[name] === "view" : Object.values(exported).includes("view");
    if (found) return null;
    return stopAt(
      `Export a read model: export const ${name ?? "name"} = { initialView() { … }, project(view, event) { … } }.`,
      name ?? "",
      source,
    );
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
  return stopAt(`Export a function named \`${missing}\`${hint(missing, exported, source)}`, missing, source);
}

function hint(missing: string, exported: Record<string, unknown>, source: string): string {
  const asIs = exported[missing];
  if (asIs !== undefined) {
    return `: what your code exports under that name is no function. Write export function ${missing}(…) { … }.`;
  }
  if ("default" in exported) {
    return `: export function ${missing}(…) { … }, by its name and without default.`;
  }
  if (declarationOf(missing, source)) return ": it is declared and not exported. Write `export` before it.";
  const others = Object.keys(exported).map((name) => `\`${name}\``);
  const has =
    others.length === 0 ? "Your code exports nothing yet" : `Your code exports ${others.join(", ")}`;
  return `: export function ${missing}(…) { … }. ${has}.`;
}

function stopAt(message: string, name: string, source: string): Stop {
  const place = declarationOf(name, source);
  return { verdict: "compile-error", message, ...(place && { source: place }) };
}
