import type { Exercise } from "../workbench/payload.ts";

/** What an exercise asks for: its entry point, or its form where no code is written. */
export type Kind = Exercise["entry"]["kind"] | "order" | "predict";

/** Every kind, in the order in which a filter lists them, with the word for it. */
export const kinds: Record<Kind, string> = {
  reducer: "reducer",
  projector: "read model",
  decider: "decider",
  upcaster: "upcaster",
  call: "function",
  order: "lines in order",
  predict: "prediction",
};

export function kindOf({ form, entry }: Pick<Exercise, "form" | "entry">): Kind {
  return form === "code" ? entry.kind : form;
}

/** "duplicate delivery" for the concept `duplicate-delivery`. */
export function conceptWords(concept: string): string {
  return concept.replaceAll("-", " ");
}
