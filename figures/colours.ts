/** How many event colours the tokens define: `--event-1` to `--event-8`. */
export const colours = 8;

/** A second sign beside each colour, so that no event type is told by colour alone. */
const signs = ["●", "■", "▲", "◆", "✚", "★", "▼", "⬟"] as const;
/** The same for keys: hollow, so that nobody takes a key for a type. */
const keySigns = ["○", "□", "△", "◇", "✧", "☆", "▽", "⬠"] as const;

/** FNV-1a, its high bits folded into the low ones; begun at a value that keeps the types of each domain apart. */
function hash(text: string): number {
  let value = 108;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) as number), 0x01000193);
  return ((value ^ (value >>> 15) ^ (value >>> 24)) >>> 0) % colours;
}

/** The number of an event type's or key's colour, from 0. */
export const colourNumber = hash;

/** The one colour of an event type everywhere: a CSS value, `var(--event-1)` to `var(--event-8)`. A key has its own in the same way. */
export function eventColour(type: string): string {
  return `var(--event-${hash(type) + 1})`;
}

/** The shape that always stands with that colour. Decorative: the type's name stands beside it. */
export function eventSign(type: string): string {
  return signs[hash(type)] as string;
}

/** The shape that stands with a key's colour. Decorative: the key stands beside it. */
export function keySign(key: string): string {
  return keySigns[hash(key)] as string;
}
