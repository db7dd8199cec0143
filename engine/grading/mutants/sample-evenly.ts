import type { Mutant } from "./mutant.ts";

/** At most `most` of the mutants, in their order: about the same number of every kind, spread over the lines. */
export function sampleEvenly(mutants: Mutant[], most: number): Mutant[] {
  if (mutants.length <= most) return mutants;
  const kinds = [...Map.groupBy(mutants, ({ kind }) => kind).values()].toSorted(
    (a, b) => a.length - b.length,
  );
  const chosen = new Set<Mutant>();
  for (const [i, ofKind] of kinds.entries()) {
    // What the rarer kinds leave of their share goes to the others.
    const share = Math.min(ofKind.length, Math.floor((most - chosen.size) / (kinds.length - i)));
    for (let n = 0; n < share; n++) chosen.add(ofKind[Math.floor((n * ofKind.length) / share)] as Mutant);
  }
  return mutants.filter((mutant) => chosen.has(mutant));
}
