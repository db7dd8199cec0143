/** How many event colours the tokens define: `--event-1` to `--event-8`. */
export const colours = 8;

/** A sign in addition to the colour, so that no event type is told by colour alone. */
const signs = ["●", "■", "▲", "◆", "✦", "★", "▼", "⬟", "◐", "◧", "◣", "◥", "⬢", "✱", "◒", "◨"] as const;
/** The same for keys: hollow, so that nobody takes a key for a type. */
const keySigns = ["○", "□", "△", "◇", "✧", "☆", "▽", "⬠"] as const;

/** Where the hash of a sign begins: with this value no two event types of a log of the course have the same sign. */
const signStart = 96_781;
const colourStart = 108;

/** FNV-1a from a start value, its high bits folded into the low ones. */
function hash(text: string, start: number): number {
  let value = start;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) as number), 0x01000193);
  return (value ^ (value >>> 15) ^ (value >>> 24)) >>> 0;
}

/** The number of an event type's or key's colour, from 0. */
export function colourNumber(text: string): number {
  return hash(text, colourStart) % colours;
}

/** The one colour of an event type everywhere: a CSS value, `var(--event-1)` to `var(--event-8)`. A key has its own in the same way. */
export function eventColour(type: string): string {
  return `var(--event-${colourNumber(type) + 1})`;
}

/**
 * The one sign of an event type everywhere. It does not follow from the colour: two types of one colour rarely share
 * their sign too. Decorative: the type's name is next to it.
 */
export function eventSign(type: string): string {
  return signs[hash(type, signStart) % signs.length] as string;
}

/** The shape that stands with a key's colour. Decorative: the key stands beside it. */
export function keySign(key: string): string {
  return keySigns[colourNumber(key)] as string;
}
