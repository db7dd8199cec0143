// Imperative: one function copies the scores and changes the copy; loops make both views from it.
type Score = { id: string; player: string; points: number };
type Place = { player: string; points: number };
type BestScores = { best: Record<string, number>; scores: Score[] };
type TopThree = { places: Place[]; scores: Score[] };

export const bestScores = {
  initialView(): BestScores {
    return { best: {}, scores: [] };
  },
  project(view: BestScores, event: BoardEvent): BestScores {
    const scores = copied(view.scores, event);
    const best: Record<string, number> = {};
    for (const { player, points } of scores) {
      if (best[player] === undefined || points > best[player]) best[player] = points;
    }
    return { best, scores };
  },
};

export const topThree = {
  initialView(): TopThree {
    return { places: [], scores: [] };
  },
  project(view: TopThree, event: BoardEvent): TopThree {
    const scores = copied(view.scores, event);
    const places: Place[] = [];
    while (places.length < 3) {
      let next: Place | undefined;
      for (const { player, points } of scores) {
        if (places.some((place) => place.player === player)) continue;
        if (!next || points > next.points) next = { player, points };
      }
      if (!next) break;
      places.push(next);
    }
    return { places, scores };
  },
};

function copied(scores: Score[], event: BoardEvent): Score[] {
  const copy = scores.map((score) => ({ ...score }));
  if (event.type === "ScoreSubmitted") {
    copy.push({ id: event.metadata.id, player: event.data.player, points: event.data.points });
  } else if (event.type === "ScoreCorrected") {
    const score = copy.find(({ id }) => id === event.data.scoreId);
    if (score) score.points = event.data.points;
  } else if (event.type === "PlayerRemoved") {
    for (let at = copy.length - 1; at >= 0; at--)
      if (copy[at].player === event.data.player) copy.splice(at, 1);
  }
  return copy;
}
