import type { RawRecord } from "../engine/fold/event.ts";
import type { Entry } from "../engine/fold/trace.ts";
import type { ExerciseMetadata } from "./metadata.ts";

/** The kind of an answer, as `exercise.yaml` says or as the solution's exports show. Throws where neither tells. */
export function entryOf(given: ExerciseMetadata["entry"], solution: string, file: string): Entry {
  if (given?.kind !== undefined) return { ...given, kind: given.kind };
  const exported = exportsOf(solution);
  if (given?.name !== undefined) return { kind: "call", name: given.name };
  if (exported.includes("decide")) return { kind: "decider" };
  if (exported.includes("upcast")) return { kind: "upcaster" };
  if (exported.includes("evolve")) return { kind: "reducer" };
  if (/\binitialView\b/.test(solution) && /\bproject\b/.test(solution)) return { kind: "projector" };
  const [name, ...more] = exported;
  if (name !== undefined && more.length === 0) return { kind: "call", name };
  throw new Error(
    `${file} exports ${exported.join(", ") || "nothing"}, so the kind of the exercise is not clear. Name it in exercise.yaml, as in entry: { kind: reducer }.`,
  );
}

function exportsOf(source: string): string[] {
  const declared = [...source.matchAll(/^export (?:async )?(?:function\*?|const|let|var) ([\w$]+)/gm)];
  return declared.map(([, name = ""]) => name);
}

/**
 * The event types with their current version, as `exercise.yaml` says, or else: the types that `events.d.ts` declares (all
 * of the log where it declares none), each with the highest version that the log has of it.
 */
export function eventVersions(
  given: ExerciseMetadata["events"],
  declarations: string,
  records: RawRecord[],
): Record<string, number> {
  if (given !== undefined) return given;
  const declared = [...declarations.matchAll(/EventOf<\s*"([^"]+)"/g)].map(([, type = ""]) => type);
  const logged = records.map(({ value }) => JSON.parse(value ?? "null") as Logged | null);
  const types = declared.length > 0 ? declared : logged.flatMap((event) => event?.type ?? []);
  return Object.fromEntries(
    types.map((type) => {
      const versions = logged.map((event) => (event?.type === type && event.metadata?.version) || 1);
      return [type, Math.max(1, ...versions)];
    }),
  );
}

interface Logged {
  type?: string;
  metadata?: { version?: number };
}
