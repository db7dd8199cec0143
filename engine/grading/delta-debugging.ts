/** Given all candidates of a round, the place of the first that fails; -1 when none does. */
export type FirstFailing<Part> = (candidates: Part[][]) => Promise<number>;

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
