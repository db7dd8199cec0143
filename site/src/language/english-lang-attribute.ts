import { language } from "../../../language/english/language.ts";

/** The `lang` of what the course says in English whatever language the page is in: titles, the glossary. */
export const englishLangAttribute = language.code === "en" ? undefined : "en";
