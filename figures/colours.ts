/** How many event colours the tokens define: `--event-1` to `--event-8`. */
const colours = 8;

/** A second sign beside each colour, so that no event type is told by colour alone. */
const signs = ["●", "■", "▲", "◆", "✚", "★", "▼", "⬟"] as const;

/** FNV-1a, its high bits folded into the low ones; begun at a value that keeps the types of each domain apart. */
function hash(type: string): number {
  let value = 108;
  for (const character of type) value = Math.imul(value ^ (character.codePointAt(0) as number), 0x01000193);
  return ((value ^ (value >>> 15) ^ (value >>> 24)) >>> 0) % colours;
}

/** The one colour of an event type everywhere: a CSS value, `var(--event-1)` to `var(--event-8)`. */
export function eventColour(type: string): string {
  return `var(--event-${hash(type) + 1})`;
}

/** The shape that always stands with that colour. Decorative: the type's name stands beside it. */
export function eventSign(type: string): string {
  return signs[hash(type)] as string;
}
