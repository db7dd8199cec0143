import { isObject } from "../fold/json.ts";
import type { Entry, SourcePlace } from "../fold/trace.ts";
import { problemInWords } from "./compile-words.ts";
import { missingExport } from "./exports.ts";
import { Guest, type GuestHooks } from "./guest.ts";
import { onlyPlaceOf } from "./in-source.ts";
import { indexOfPlace, placeAt } from "./lines.ts";
import { placeInStack } from "./place.ts";
import { stopOf } from "./sentences.ts";
import { type Stop, sourceTooLarge } from "./stops.ts";
import { strip } from "./strip.ts";

/** A guest with the learner's module in it, and the names of its read models when the entry is a projector. */
export interface Opened {
  guest: Guest;
  /** None for an entry with one state; null for one without a state: an upcaster that exports no `evolve`. */
  views: string[] | null;
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
  const missing = missingExport(entry, exported, source);
  if (missing) return refuse(missing);
  return { guest, views: viewsOf(entry, exported) };
}

function viewsOf({ kind, name }: Entry, exported: Record<string, unknown>): string[] | null {
  if (kind === "upcaster") return exported.evolve === "function" ? [] : null;
  if (kind !== "projector") return [];
  return name ? [name] : Object.keys(exported).filter((each) => exported[each] === "view");
}

function compileStop(message: string, stack: string, source: string): Stop {
  const place = placeInStack(stack, source) ?? placeOfProblem(message, source);
  const index = place && indexOfPlace(source, place.line, place.column);
  return {
    verdict: "compile-error",
    message: `${place ? `Line ${place.line}: ` : ""}${problemInWords(message, source, index)}`,
    ...(place && { source: place }),
  };
}

/** Where a problem is of which the engine gives no place, as far as only one place fits. */
function placeOfProblem(message: string, source: string): SourcePlace | undefined {
  const [, name] = /^exported variable '([\w$]*)' does not exist$/i.exec(message) ?? [];
  if (name) return onlyPlaceOf(new RegExp(`(?<=^export\\s*\\{[^}]*)\\b${name}\\b`, "gm"), source);
  if (message === "top-level await") return onlyPlaceOf(/\bawait\b/g, source);
  if (message.startsWith("could not load module")) {
    return onlyPlaceOf(/^(?:import\b(?!\s+type\b)|export\b[^;\n]*\bfrom\b)/gm, source);
  }
  return undefined;
}
