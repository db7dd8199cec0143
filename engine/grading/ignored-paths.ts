import { isObject, type Json } from "../fold/json.ts";
import type { ExerciseChecks } from "./checks.ts";

/** Checks that compare states without the parts at these paths: `additions`, or `carts.*.seen` for every cart. */
export function withoutIgnoredPaths(checks: ExerciseChecks, paths: string[]): ExerciseChecks {
  if (paths.length === 0) return checks;
  const { compare = (state: Json) => state } = checks;
  const ignored = paths.map((path) => path.split("."));
  return { ...checks, compare: (state) => compare(ignored.reduce(without, state)) };
}

/** The value without the part at the path; `*` means every key. */
function without(value: Json, [key, ...deeper]: string[]): Json {
  if (key === undefined) return value;
  if (Array.isArray(value)) {
    return value.map((item, at) => (key === "*" || key === String(at) ? without(item, deeper) : item));
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, held]) => {
      if (key !== "*" && key !== name) return [[name, held as Json]];
      return deeper.length === 0 ? [] : [[name, without(held as Json, deeper)]];
    }),
  );
}
