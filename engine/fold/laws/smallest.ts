/** Given all candidates of a round, the place of the first that fails; -1 when none does. */
export type FirstFailing<Part> = (candidates: Part[][]) => Promise<number>;

/** So many candidates at most are tried for the least number: all 2^7 of a log with 7 parts. */
const exhaustive = 2 ** 7;

/**
 * The smallest failing log that leaving out parts leads to: of what is given back, no single part can be left out. For
 * logs of up to 7 parts it has the least number of parts with which a log of them in their order can fail, and for
 * longer ones wherever all smaller logs are few enough to be tried.
 */
export async function smallestFailing<Part>(failing: Part[], fails: FirstFailing<Part>): Promise<Part[]> {
  const smaller = await withoutAnyPart(failing, fails);
  return (await leastBelow(smaller.length, failing, fails)) ?? smaller;
}

/**
 * Delta debugging (Zeller and Hildebrandt, "Simplifying and isolating failure-inducing input", 2002), in its simple form
 * that tries to leave out ever smaller chunks, and ends when no single part can be left out.
 */
export async function withoutAnyPart<Part>(failing: Part[], fails: FirstFailing<Part>): Promise<Part[]> {
  let smallest = failing;
  let chunk = Math.ceil(failing.length / 2);
  while (chunk >= 1 && smallest.length > 0) {
    const candidates = withoutChunks(smallest, chunk);
    const found = candidates[await fails(candidates)];
    if (found) smallest = found;
    else if (chunk === 1) break;
    if (!found || chunk > smallest.length) chunk = Math.max(1, chunk >> 1);
  }
  return smallest;
}

/** All logs with one run of `chunk` neighbours left out. */
function withoutChunks<Part>(parts: Part[], chunk: number): Part[][] {
  return Array.from({ length: Math.ceil(parts.length / chunk) }, (_, i) => parts.toSpliced(i * chunk, chunk));
}

/** A failing log of fewer parts than `size`, of the least number; undefined where there is none, or too many to try. */
async function leastBelow<Part>(
  size: number,
  parts: Part[],
  fails: FirstFailing<Part>,
): Promise<Part[] | undefined> {
  let left = exhaustive;
  for (let length = 0; length < size; length++) {
    left -= countOfChoices(parts.length, length);
    if (left < 0) return undefined;
    const candidates = [...choices(parts, length)];
    const found = candidates[await fails(candidates)];
    if (found) return found;
  }
  return undefined;
}

/** How many ways there are to choose `length` of `n` parts. */
function countOfChoices(n: number, length: number): number {
  let count = 1;
  for (let i = 1; i <= length; i++) count = (count * (n - length + i)) / i;
  return count;
}

/** All logs of `length` of the parts, in their order. */
function* choices<Part>(parts: Part[], length: number, from = 0): Generator<Part[]> {
  if (length === 0) yield [];
  else
    for (let at = from; at <= parts.length - length; at++) {
      for (const rest of choices(parts, length - 1, at + 1)) yield [parts[at] as Part, ...rest];
    }
}
