import { isObject } from "../fold/json.ts";
import type { Entry, SourcePlace } from "../fold/trace.ts";
import { compileSentences } from "../sentences/english/compile.ts";
import { joinMessages, sentencesFrom } from "../sentences/message.ts";
import { failureOf } from "./call-failures.ts";
import { describeCompileProblem } from "./compile-messages.ts";
import { indexOfDynamicImport } from "./dynamic-import.ts";
import { type Failure, sourceTooLarge } from "./fold-failures.ts";
import { GuestHandle, type GuestHooks } from "./guest-handle.ts";
import { indexOfPlace, placeAt, placeAtIndex } from "./line-and-column.ts";
import { missingExport } from "./missing-export.ts";
import { refusedImport } from "./quickjs-instance.ts";
import { onlyPlaceOf } from "./source-search.ts";
import { findPlaceInStack } from "./stack-location.ts";
import { stripTypes } from "./strip-types.ts";

const says = sentencesFrom(compileSentences);

/** A guest with the learner's module in it, and the names of its read models when the entry is a projector. */
export interface OpenedModule {
  guest: GuestHandle;
  /** None for an entry with one state; null for one without a state: an upcaster that exports no `evolve`. */
  views: string[] | null;
}

/** Types stripped, or why that did not work. `fault`: the stripper broke, its thread should not be used again. */
export function prepareSource(source: string): { code: string } | { stop: Failure; fault: boolean } {
  const stripped = stripTypes(source);
  if ("code" in stripped) return stripped;
  if ("tooLarge" in stripped) return { stop: sourceTooLarge(stripped.tooLarge), fault: false };
  if ("fault" in stripped) return { stop: { verdict: "compile-error", ...stripped.fault }, fault: true };
  const { problem, line, column } = stripped;
  return {
    stop: {
      verdict: "compile-error",
      ...joinMessages(says("line", { line }), problem),
      source: placeAt(source, line, column),
    },
    fault: false,
  };
}

/** A fresh guest with the learner's module loaded, or why it could not be. The caller disposes the guest. */
export async function openLearnerModule(
  wasm: WebAssembly.Module,
  { code, source, entry, seed }: { code: string; source: string; entry: Entry; seed: number },
  { freezing, ...hooks }: { freezing: boolean } & GuestHooks,
): Promise<OpenedModule | Failure> {
  const imported = await indexOfDynamicImport(source);
  if (imported !== undefined) return importFailure(imported, source);
  const guest = await GuestHandle.create(wasm, seed, hooks);
  const answer = await guest.open(code, freezing);
  const refuse = (stop: Failure) => {
    guest.dispose();
    return stop;
  };
  if (answer.kind === "compile") return refuse(compileFailure(answer.message, answer.stack, source));
  if (answer.kind !== "value") return refuse(failureOf(answer, "your module", source));
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

const importFailure = (index: number, source: string) =>
  compileFailureAt(placeAtIndex(source, index), refusedImport, source);

function compileFailure(message: string, stack: string, source: string): Failure {
  return compileFailureAt(
    findPlaceInStack(stack, source) ?? placeOfProblem(message, source),
    message,
    source,
  );
}

function compileFailureAt(place: SourcePlace | undefined, message: string, source: string): Failure {
  const index = place && indexOfPlace(source, place.line, place.column);
  return {
    verdict: "compile-error",
    ...joinMessages(
      place && says("line", { line: place.line }),
      describeCompileProblem(message, source, index),
    ),
    ...(place && { source: place }),
  };
}

/** Where a problem is of which the engine gives no place, as far as only one place fits. */
function placeOfProblem(message: string, source: string): SourcePlace | undefined {
  const [, name] = /^exported variable '([\w$]*)' does not exist$/i.exec(message) ?? [];
  if (name) return onlyPlaceOf(new RegExp(`(?<=^export\\s*\\{[^}]*)\\b${name}\\b`, "gm"), source);
  if (message === "top-level await") return onlyPlaceOf(/\bawait\b/g, source);
  if (message === refusedImport) {
    return onlyPlaceOf(/^(?:import\b(?!\s+type\b)|export\b[^;\n]*\bfrom\b)/gm, source);
  }
  return undefined;
}
