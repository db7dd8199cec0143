import type { SourcePlace } from "../fold/trace.ts";
import { type FoldInput, fold } from "./fold.ts";
import type { Failure } from "./fold-failures.ts";
import type { Thrown } from "./guest-call-result.ts";
import { indexOfPlace, placeAtIndex } from "./line-and-column.ts";
import type { OpenedModule } from "./open-module.ts";
import { builtInOf } from "./stack-location.ts";

/** A read of a property that is never there: nothing happens, but the engine notes its place. */
const mark = "0..a;";
const declarations = /(?<!\(\s*)\b(?:export\s+)?(?:const|let|var)(?=\s*[{[])/g;
const ofNothing =
  /^(?:Cannot convert undefined or null to object|cannot read property 'Symbol\.iterator' of (?:undefined|null))$/;

/** Whether an error may come from taking names out of undefined, which the engine puts at an earlier place. */
export function mayBeDestructuring({ name, message, stack }: Thrown): boolean {
  return name === "TypeError" && ofNothing.test(message) && builtInOf(stack) === "";
}

/**
 * Where names were taken out of undefined: folds once more with a mark before every declaration of that kind, and the
 * engine's place is then that of the mark. `code` is the stripped source. Undefined where another statement threw.
 */
export async function placeOfDestructuring(
  again: (code: string) => Promise<OpenedModule | Failure>,
  input: FoldInput,
  code: string,
): Promise<SourcePlace | undefined> {
  const places = [...code.matchAll(declarations)].map(({ index }) => index);
  const marked = code.replaceAll(declarations, `${mark}$&`);
  const opened = await again(marked);
  if (!("guest" in opened)) return undefined;
  try {
    const rawSteps = fold(opened.guest, { ...input, source: marked }, opened.views);
    let next = rawSteps.next();
    while (!next.done) next = rawSteps.next();
    const found = next.value.stop?.source;
    if (!found) return undefined;
    const at = indexOfPlace(marked, found.line, found.column);
    const declaration = places.find((index, before) => {
      const begin = index + before * mark.length;
      return at >= begin && at < begin + mark.length;
    });
    return declaration === undefined ? undefined : placeAtIndex(code, declaration);
  } finally {
    opened.guest.dispose();
  }
}
