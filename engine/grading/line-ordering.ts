import { createRandom } from "../fold/laws/seeded-random.ts";

/*
 * `order.ts` of an exercise: a right answer with the lines between `// order` and `// end of order` to be put in order.
 * Every line there is a piece. One that ends with `// joined` is one piece with the next line, one that ends with
 * `// decoy` does not belong to the answer. A mark that a formatter has moved to a line of its own belongs to the line
 * above. A piece keeps the indentation it was written with: TypeScript does not read
 * it, so no check could grade it, and a line that moves in one direction only can be moved by two taps or one key.
 */

/** Lines to be put in order, with the fixed lines before and after them. */
export interface Pieces {
  head: string;
  /** Shuffled, the decoys among them. A joined piece has several lines. */
  pieces: string[];
  tail: string;
}

/** Something in `order.ts` that its author has to fix. */
export interface OrderMistake {
  /** Counted from 1; null where it is about the whole file. */
  line: number | null;
  says: string;
}

interface Piece {
  text: string;
  decoy: boolean;
  line: number;
}

interface Written {
  head: string;
  pieces: Piece[];
  tail: string;
  /** The first mistake says why the pieces cannot be read if there are none. */
  mistakes: OrderMistake[];
}

const begins = /^\s*\/\/ order\s*$/;
const ends = /^\s*\/\/ end of order\s*$/;
const joined = /\s*\/\/ joined\s*$/;
const decoy = /\s*\/\/ decoy\s*$/;
/** Fewer lines can be tried out in a moment. */
const fewestPieces = 3;

/**
 * The pieces of an `order.ts`, shuffled: never so that the answer's lines stand in their right order. Throws where it has
 * no pieces.
 */
export function piecesOf(text: string, seed: number): Pieces {
  const { head, pieces, tail, mistakes } = read(text);
  if (pieces.length === 0 && mistakes[0]) throw new Error(`order.ts: ${mistakes[0].says}`);
  return { head, pieces: shuffled(pieces, seed).map((piece) => piece.text), tail };
}

/** The source that these pieces make in this order, by their index. It is graded like any other. */
export function sourceOf({ head, pieces, tail }: Pieces, arrangement: number[]): string {
  return head + arrangement.map((index) => `${pieces[index]}\n`).join("") + tail;
}

/** The first line of each arranged piece in that source, counted from 1, and at last the line after them. */
export function firstLines({ head, pieces }: Pieces, arrangement: readonly number[]): number[] {
  let next = head.split("\n").length;
  const lines = arrangement.map((piece) => {
    const first = next;
    next += (pieces[piece] ?? "").split("\n").length;
    return first;
  });
  return [...lines, next];
}

/** The piece that a line of that source belongs to; null for a fixed line. */
export function pieceAt(pieces: Pieces, arrangement: number[], line: number): number | null {
  const lines = firstLines(pieces, arrangement);
  const place = lines.findIndex((first) => line < first) - 1;
  return arrangement[place] ?? null;
}

/** The source with its pieces in the right order and without decoys. */
export function answerOf(text: string): string {
  const answer = rightOf(read(text));
  return sourceOf(answer, [...answer.pieces.keys()]);
}

function rightOf({ head, pieces, tail }: Written): Pieces {
  return { head, pieces: pieces.filter((piece) => !piece.decoy).map((piece) => piece.text), tail };
}

/** What an author has to fix; `find` says what is wrong with a source, null where it passes. */
export async function orderMistakes(
  text: string,
  find: (source: string) => Promise<{ title: string; message: string } | null>,
): Promise<OrderMistake[]> {
  const written = read(text);
  if (written.mistakes.length > 0) return written.mistakes;
  const found = await find(answerOf(text));
  if (!found) return harmless(written, find);
  const says = `In the order in which they are written the lines do not pass “${found.title}”: ${found.message} Fix them.`;
  return [{ line: null, says }];
}

/** Decoys that pass in the place of a line of the answer. */
async function harmless(
  written: Written,
  find: (source: string) => Promise<unknown>,
): Promise<OrderMistake[]> {
  const mistakes: OrderMistake[] = [];
  const answer = rightOf(written);
  for (const { text, line } of written.pieces.filter((piece) => piece.decoy)) {
    for (const [at, replaced] of answer.pieces.entries()) {
      const source = sourceOf({ ...answer, pieces: answer.pieces.with(at, text) }, [...answer.pieces.keys()]);
      if (await find(source)) continue;
      const says = `This decoy passes in the place of \`${replaced.trim()}\`. Write one that a check catches.`;
      mistakes.push({ line, says });
    }
  }
  return mistakes;
}

function read(text: string): Written {
  const lines = text.split("\n");
  const from = lines.findIndex((line) => begins.test(line));
  const to = lines.findIndex((line) => ends.test(line));
  const broken = (at: number, says: string): Written => ({
    head: text,
    pieces: [],
    tail: "",
    mistakes: [{ line: at < 0 ? null : at + 1, says }],
  });
  if (from < 0) {
    return broken(-1, "Nothing is to be put in order. Write `// order` on a line above the first piece.");
  }
  if (to < from)
    return broken(from, "The pieces have no end. Write `// end of order` on a line below the last.");
  const again = lines.findIndex(
    (line, at) => at > from && at !== to && (begins.test(line) || ends.test(line)),
  );
  if (again >= 0) return broken(again, "Pieces begin and end once. Leave out this line.");
  const written = { head: block(lines.slice(0, from)), tail: lines.slice(to + 1).join("\n") };
  const pieces = piecesIn(lines.slice(from + 1, to), from + 2);
  const last = lines.slice(from + 1, to).findLast((line) => line.trim() !== "") ?? "";
  return { ...written, pieces, mistakes: mistakesIn(pieces, joined.test(last) ? to : null) };
}

const block = (lines: string[]) => lines.map((line) => `${line}\n`).join("");

function piecesIn(lines: string[], first: number): Piece[] {
  const pieces: Piece[] = [];
  let open = false;
  for (const [at, line] of lines.entries()) {
    const bare = line.replace(joined, "").replace(decoy, "").trimEnd();
    const isMark = bare.trim() === "" && line.trim() !== "";
    const last = pieces.at(-1);
    if (last && (open || isMark)) {
      if (bare.trim() !== "") last.text += `\n${bare}`;
      last.decoy ||= decoy.test(line);
    } else if (bare.trim() !== "") {
      pieces.push({ text: bare, decoy: decoy.test(line), line: first + at });
    }
    if (line.trim() !== "") open = joined.test(line);
  }
  return pieces;
}

function mistakesIn(pieces: Piece[], endsJoined: number | null): OrderMistake[] {
  const right = pieces.filter((piece) => !piece.decoy);
  const decoys = pieces.filter((piece) => piece.decoy);
  const mistakes: OrderMistake[] = [];
  if (endsJoined !== null) {
    mistakes.push({ line: endsJoined, says: "The last line is joined with nothing. Leave out `// joined`." });
  }
  if (right.length < fewestPieces || new Set(right.map(({ text }) => text)).size < 2) {
    const says = `There is too little to put in order. Let at least ${fewestPieces} different lines of the answer be pieces.`;
    mistakes.push({ line: null, says });
  }
  if (decoys.length === 0) {
    const says =
      "No line is a decoy. Add one that somebody with a wrong idea would take, and end it with `// decoy`.";
    mistakes.push({ line: null, says });
  }
  for (const { text, line } of decoys) {
    if (!right.some((piece) => piece.text.trim() === text.trim())) continue;
    const says = "This decoy is a line of the answer too: nobody can tell them apart. Write another.";
    mistakes.push({ line, says });
  }
  return mistakes;
}

/** Fisher and Yates's shuffle. Where it leaves the answer in its order, two of its lines change places. */
function shuffled(pieces: Piece[], seed: number): Piece[] {
  const random = createRandom(seed);
  const result = [...pieces];
  const exchange = (a: number, b: number) => {
    [result[a], result[b]] = [result[b] as Piece, result[a] as Piece];
  };
  for (let last = result.length - 1; last > 0; last--) exchange(last, Math.floor(random() * (last + 1)));
  const right = pieces.filter((piece) => !piece.decoy);
  const standing = result.filter((piece) => !piece.decoy);
  if (standing.every(({ text }, at) => text === right[at]?.text)) {
    const first = result.findIndex((piece) => !piece.decoy);
    exchange(
      first,
      result.findIndex((piece) => !piece.decoy && piece.text !== result[first]?.text),
    );
  }
  return result;
}
