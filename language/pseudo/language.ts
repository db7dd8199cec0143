import type { Language } from "../english/language.ts";

/** English with accents and brackets, longer by a third: what is not marked so is written outside the language's folder. */
export const language: Language = { code: "en-XA", name: "⟦Ëñğļîšĥ⟧", direction: "ltr" };
