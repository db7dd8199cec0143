import type { AnyNode, Token } from "acorn";

/** A solution with one mistake in it, as a tired author could have made it. */
export interface Mutant {
  /** Stays the same as long as the line's text stays the same, wherever it is: `comparison held > qty in if (held >= qty) {`. */
  name: string;
  kind: Kind;
  /** The first line that was changed, from 1. */
  line: number;
  /** The whole source with the mistake in it. */
  source: string;
  /** The lines that were changed, as they were and as they are. */
  before: string;
  after: string;
}

export type Kind =
  | "dropped case"
  | "sign"
  | "off by one"
  | "comparison"
  | "negated condition"
  | "dropped condition"
  | "missing guard"
  | "one side"
  | "dropped default"
  | "mutated input"
  | "compared text"
  | "dropped property"
  | "dropped spread"
  | "dropped filter"
  | "other one"
  | "old state"
  | "true or false"
  | "dropped statement";

/** A change of the source: the text from `start` to `end` is replaced. */
export interface Edit {
  kind: Kind;
  start: number;
  end: number;
  text: string;
  /** What the mutant's name ends with. */
  shown: string;
}

/** A node with what a kind of mistake needs to know of its surroundings. */
export interface Place {
  node: AnyNode;
  /** What it stands in, the nearest last. */
  parents: AnyNode[];
  /** The TypeScript of a node, or of any range of the source. */
  text(range: Range): string;
  /** The only token with this text inside the range and outside nested nodes. */
  token(text: string, range: Range): Range | undefined;
}

export interface Range {
  start: number;
  end: number;
}

/** All edits that a kind of mistake can make at a node. */
export type Mistakes = (place: Place) => Edit[];

/** Places of one source. */
export function placesIn(source: string, tokens: Token[]): (node: AnyNode, parents: AnyNode[]) => Place {
  const text = ({ start, end }: Range) => source.slice(start, end);
  const token = (wanted: string, { start, end }: Range) =>
    tokens.find((each) => each.start >= start && each.end <= end && text(each) === wanted);
  return (node, parents) => ({ node, parents, text, token });
}

/** An edit that puts a text in the place of a part of `whole`, and is named after what `whole` becomes. */
export function replaced(place: Place, kind: Kind, part: Range, text: string, whole: Range = part): Edit {
  const shown =
    place.text({ start: whole.start, end: part.start }) +
    text +
    place.text({ start: part.end, end: whole.end });
  return { kind, start: part.start, end: part.end, text, shown };
}

/** An edit that puts a text in the place of a whole expression, and is named after both. */
export function replacementOf(place: Place, kind: Kind, whole: Range, text: string): Edit {
  return { ...replaced(place, kind, whole, text), shown: `${text} for ${place.text(whole)}` };
}

/** An edit that takes a part out, and is named after it. */
export function removalOf(place: Place, kind: Kind, part: Range, named: Range = part): Edit {
  return { kind, start: part.start, end: part.end, text: "", shown: place.text(named) };
}
