// Remembers one best score for each player, which a correction can raise but not lower.
/** A score that counts, under the name of the record that submitted it. */
type Score = { id: string; player: string; points: number };

// Everybody's best score.
type BestScores = { scores: Score[]; best: Record<string, number> };

export const bestScores = {
  initialView(): BestScores {
    return { scores: [], best: {} };
  },
  project(view: BestScores, event: BoardEvent): BestScores {
    const scores = standing(view.scores, event);
    return { scores, best: Object.fromEntries(ranked(scores).map(({ player, points }) => [player, points])) };
  },
};

// The board on the wall: three players at most, best first.
type TopThree = { scores: Score[]; places: { player: string; points: number }[] };

export const topThree = {
  initialView(): TopThree {
    return { scores: [], places: [] };
  },
  project(view: TopThree, event: BoardEvent): TopThree {
    const scores = standing(view.scores, event);
    const places = ranked(scores).map(({ player, points }) => ({ player, points }));
    return { scores, places: places.slice(0, 3) };
  },
};

/** The scores that count after this event, in the order in which they were submitted. */
function standing(scores: Score[], event: BoardEvent): Score[] {
  switch (event.type) {
    case "ScoreSubmitted":
      return [...scores, { id: event.metadata.id, ...event.data }];
    case "ScoreCorrected": {
      const { scoreId, points } = event.data;
      return scores.map((score) =>
        score.id === scoreId ? { ...score, points: Math.max(score.points, points) } : score,
      );
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
