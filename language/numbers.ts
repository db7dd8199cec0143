// A file of language/english/ is imported by everybody under this name; a build in another language swaps it.
import { language } from "./english/language.ts";

const numbers = new Intl.NumberFormat(language.code);
const rules = new Intl.PluralRules(language.code);

/** A number as this language writes it: 12,000 in English. */
export const number = (value: number): string => numbers.format(value);

/** A number and its noun in the form that the language asks for: `counted(2, { one: "record", other: "records" })`. */
export function counted(
  value: number,
  forms: { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>,
): string {
  return `${number(value)} ${forms[rules.select(value)] ?? forms.other}`;
}
