import { isObject } from "../fold/json.ts";
import type { Entry } from "../fold/trace.ts";
import { Guest, type GuestHooks } from "./guest.ts";
import { placeAt, placeInStack } from "./place.ts";
import { type Stop, sourceTooLarge, stopOf } from "./sentences.ts";
import { strip } from "./strip.ts";

/** A guest with the learner's module in it, and the names of its read models when the entry is a projector. */
export interface Opened {
  guest: Guest;
  views: string[];
}

/** Types stripped, or why that did not work. `fault`: the stripper broke, its thread should not be used again. */
export function prepare(source: string): { code: string } | { stop: Stop; fault: boolean } {
  const stripped = strip(source);
  if ("code" in stripped) return stripped;
  if ("tooLarge" in stripped) return { stop: sourceTooLarge(stripped.tooLarge), fault: false };
  if ("fault" in stripped)
    return { stop: { verdict: "compile-error", message: stripped.fault }, fault: true };
  const { problem, line, column } = stripped;
  return {
    stop: {
      verdict: "compile-error",
      message: `Line ${line}: ${problem}`,
      source: placeAt(source, line, column),
    },
    fault: false,
  };
}

/** A fresh guest with the learner's module loaded, or why it could not be. The caller disposes the guest. */
export async function open(
  wasm: WebAssembly.Module,
  { code, source, entry, seed }: { code: string; source: string; entry: Entry; seed: number },
  { freezing, ...hooks }: { freezing: boolean } & GuestHooks,
): Promise<Opened | Stop> {
  const guest = await Guest.create(wasm, seed, hooks);
  const answer = await guest.open(code, freezing);
  const refuse = (stop: Stop) => {
    guest.dispose();
    return stop;
  };
  if (answer.kind === "compile") return refuse(compileStop(answer.message, answer.stack, source));
  if (answer.kind !== "value") return refuse(stopOf(answer, "your module", source));
  const kinds: unknown = JSON.parse(answer.json);
  const exported = isObject(kinds) ? kinds : {};
  const missing = missingExport(entry, exported);
  if (missing) return refuse({ verdict: "compile-error", message: missing });
  const views = Object.keys(exported).filter((name) => exported[name] === "view");
  return {
    guest,
    views: entry.kind !== "projector" ? [] : entry.name ? [entry.name] : views,
  };
}

function missingExport({ kind, name }: Entry, exported: Record<string, unknown>): string | null {
  const missing = (names: string[]) => names.find((wanted) => exported[wanted] !== "function");
  const exportIt = (wanted: string) =>
    `Export a function named \`${wanted}\`: export function ${wanted}(…) { … }`;
  if (kind === "call") return exported[name ?? ""] === "function" ? null : exportIt(name ?? "");
  if (kind === "projector") {
    const found = name ? exported[name] === "view" : Object.values(exported).includes("view");
    return found
      ? null
      : `Export a read model: export const ${name ?? "name"} = { initialView() { … }, project(view, event) { … } }`;
  }
  const first = missing(
    kind === "decider" ? ["initialState", "evolve", "decide"] : ["initialState", "evolve"],
  );
  return first ? exportIt(first) : null;
}

function compileStop(message: string, stack: string, source: string): Stop {
  const place = placeInStack(stack, source);
  return {
    verdict: "compile-error",
    message: `${place ? `Line ${place.line}: ` : ""}${compileWords(message)}`,
    ...(place && { source: place }),
  };
}

function compileWords(message: string): string {
  if (message === "top-level await") return "There is no top-level await here: a fold never waits.";
  if (message.startsWith("could not load module"))
    return "Imports are not available here: all you need is the language.";
  return `${message.charAt(0).toUpperCase()}${message.slice(1).replace(/\.$/, "")}.`;
}
