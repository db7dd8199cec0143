// Everybody's best score.
type BestScores = { best: Record<string, number> };

export const bestScores = {
  initialView(): BestScores {
    return { best: {} };
  },
  project(view: BestScores, event: BoardEvent): BestScores {
    switch (event.type) {
      case "ScoreSubmitted": {
        const { player, points } = event.data;
        return { best: { ...view.best, [player]: Math.max(view.best[player] ?? 0, points) } };
      }
      // 2. ScoreCorrected: event.data.scoreId names the score.
      // 3. PlayerRemoved: the player's scores are gone.
      default:
        return view; // every other event: nothing changes
    }
  },
};

// The board on the wall: three players at most, best first.
type TopThree = { places: { player: string; points: number }[] };

export const topThree = {
  initialView(): TopThree {
    return { places: [] };
  },
  project(view: TopThree, event: BoardEvent): TopThree {
    // 1. Both views may share a function.
    return view;
  },
};
