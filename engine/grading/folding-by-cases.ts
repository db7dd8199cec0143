import { foldedFromTrace } from "../fold/laws/folded-from-trace.ts";
import type { Folded, Folding, FoldRequest } from "../fold/laws/folding-interface.ts";
import type { FoldCases, FoldJob } from "./fold-job.ts";

const anySeed = 1;

/** A learner's code as a folding, for the laws: every request a case, in one call for all requests of one seed. */
export function foldingByCases(job: Pick<FoldJob, "source" | "entry" | "scope">, fold: FoldCases): Folding {
  return async (requests) => {
    const answers: Folded[] = [];
    for (const [seed, places] of placesBySeed(requests)) {
      const cases = places.map((place) => requests[place] as FoldRequest);
      const traces = await fold(
        { ...job, seed, twice: false },
        cases.map(({ records, from }) => ({ records, ...(from !== undefined && { from }) })),
      );
      for (const [i, trace] of traces.entries()) {
        answers[places[i] as number] = foldedFromTrace(trace, cases[i]?.records ?? []);
      }
    }
    return answers;
  };
}

function placesBySeed(requests: FoldRequest[]): Map<number, number[]> {
  const places = new Map<number, number[]>();
  for (const [place, { seed = anySeed }] of requests.entries()) {
    places.set(seed, [...(places.get(seed) ?? []), place]);
  }
  return places;
}
