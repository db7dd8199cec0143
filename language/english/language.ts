/** What a language says of itself. */
export interface Language {
  /** BCP 47, as in `<html lang>`: what OFFSET_ZERO_LANGUAGE names. */
  code: string;
  /** Its name, in itself. */
  name: string;
  direction: "ltr" | "rtl";
}

export const language: Language = { code: "en", name: "English", direction: "ltr" };
