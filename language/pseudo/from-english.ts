const plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const accented = [..."áƀçðéƒğĥîĵķļɱñôþǫŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÔÞǪŔŠŢÛṼŴẊÝŽ"];

const accent = (letter: string) => accented[plain.indexOf(letter)] ?? letter;

/** The opening and the closing mark of every text of this language. */
export const marks = { open: "⟦", close: "⟧" };

/** A text that still reads as English, is a third longer, and shows where it begins and ends. */
function marked(text: string): string {
  if (text.trim() === "") return text;
  // A name in braces stands for a value: it is no word of any language.
  const letters = text
    .split(/(\{\w+\})/)
    .map((part) => (part.startsWith("{") ? part : part.replaceAll(/[a-zA-Z]/g, accent)))
    .join("");
  const longer = "·".repeat(Math.ceil(text.length * 0.3));
  return `${marks.open}${letters}${longer}${marks.close}`;
}

/** Everything a room of the interface says, marked: texts, what functions answer, and what lists and objects hold. */
export function fromEnglish<Said>(said: Said): Said {
  if (typeof said === "string") return marked(said) as Said;
  if (typeof said === "function")
    return ((...given: unknown[]) =>
      fromEnglish((said as (...given: unknown[]) => unknown)(...given))) as Said;
  if (Array.isArray(said)) return said.map((one) => fromEnglish(one)) as Said;
  if (typeof said !== "object" || said === null) return said;
  return Object.fromEntries(Object.entries(said).map(([key, one]) => [key, fromEnglish(one)])) as Said;
}
