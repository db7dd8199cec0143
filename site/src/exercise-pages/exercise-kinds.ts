import { kindWords } from "../../../language/english/exercises.ts";
import type { Exercise } from "../exercise/exercise-payload.ts";

/** What an exercise asks for: its entry point, or its form where no code is written. */
export type Kind = Exercise["entry"]["kind"] | "order" | "predict";

/** Every kind, in the order in which a filter lists them, with the word for it. */
export const kinds: Record<Kind, string> = kindWords;

export function kindOf({ form, entry }: Pick<Exercise, "form" | "entry">): Kind {
  return form === "code" ? entry.kind : form;
}

/** "duplicate delivery" for the concept `duplicate-delivery`. */
export function conceptWords(concept: string): string {
  return concept.replaceAll("-", " ");
}
