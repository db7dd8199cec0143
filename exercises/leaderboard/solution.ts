// starter: // Everybody's best score.
// starter: type BestScores = { best: Record<string, number> };
/** A score that counts, under the name of the record that submitted it. */
type Score = { id: string; player: string; points: number };

// Everybody's best score.
type BestScores = { scores: Score[]; best: Record<string, number> };
// end starter

export const bestScores = {
  initialView(): BestScores {
    // starter: return { best: {} };
    return { scores: [], best: {} };
    // end starter
  },
  project(view: BestScores, event: BoardEvent): BestScores {
    // starter: switch (event.type) {
    // starter:   case "ScoreSubmitted": {
    // starter:     const { player, points } = event.data;
    // starter:     return { best: { ...view.best, [player]: Math.max(view.best[player] ?? 0, points) } };
    // starter:   }
    // starter:   // 2. ScoreCorrected: event.data.scoreId names the score.
    // starter:   // 3. PlayerRemoved: the player's scores are gone.
    // starter:   default:
    // starter:     return view; // every other event: nothing changes
    // starter: }
    const scores = standing(view.scores, event);
    return { scores, best: Object.fromEntries(ranked(scores).map(({ player, points }) => [player, points])) };
    // end starter
  },
};

// The board on the wall: three players at most, best first.
// starter: type TopThree = { places: { player: string; points: number }[] };
type TopThree = { scores: Score[]; places: { player: string; points: number }[] };
// end starter

export const topThree = {
  initialView(): TopThree {
    // starter: return { places: [] };
    return { scores: [], places: [] };
    // end starter
  },
  project(view: TopThree, event: BoardEvent): TopThree {
    // starter: // 1. Both views may share a function.
    // starter: return view;
    const scores = standing(view.scores, event);
    const places = ranked(scores).map(({ player, points }) => ({ player, points }));
    return { scores, places: places.slice(0, 3) };
    // end starter
  },
};
// starter:

/** The scores that count after this event, in the order in which they were submitted. */
function standing(scores: Score[], event: BoardEvent): Score[] {
  switch (event.type) {
    case "ScoreSubmitted":
      return [...scores, { id: event.metadata.id, ...event.data }];
    case "ScoreCorrected": {
      const { scoreId, points } = event.data;
      return scores.map((score) => (score.id === scoreId ? { ...score, points } : score));
    }
    case "PlayerRemoved":
      return scores.filter(({ player }) => player !== event.data.player);
    default:
      return scores;
  }
}

/** The best score of each player, best first. Scores with equal points keep their order. */
function ranked(scores: Score[]): Score[] {
  const sorted = scores.toSorted((a, b) => b.points - a.points);
  return sorted.filter(({ player }, place) => sorted.findIndex((each) => each.player === player) === place);
}
// end starter
