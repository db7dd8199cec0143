// Scores by player and name; both views are reduced from them, with a Map from which an object is made at the end.
type Scores = Record<string, Record<string, { points: number; place: number }>>;
type View = { scores: Scores; submitted: number };

export const bestScores = {
  initialView: () => ({ scores: {}, submitted: 0, best: {} as Record<string, number> }),
  project(view: View, event: BoardEvent) {
    const next = after(view, event);
    const best = bests(next.scores).reduce(
      (map, { player, points }) => map.set(player, points),
      new Map<string, number>(),
    );
    return { ...next, best: Object.fromEntries(best) };
  },
};

export const topThree = {
  initialView: () => ({ scores: {}, submitted: 0, places: [] as { player: string; points: number }[] }),
  project(view: View, event: BoardEvent) {
    const next = after(view, event);
    const places = bests(next.scores)
      .sort((a, b) => b.points - a.points || a.place - b.place)
      .slice(0, 3)
      .map(({ player, points }) => ({ player, points }));
    return { ...next, places };
  },
};

function after({ scores, submitted }: View, event: BoardEvent): View {
  if (event.type === "ScoreSubmitted") {
    const { player, points } = event.data;
    const own = { ...scores[player], [event.metadata.id]: { points, place: submitted } };
    return { scores: { ...scores, [player]: own }, submitted: submitted + 1 };
  }
  if (event.type === "ScoreCorrected") {
    const { scoreId, points } = event.data;
    const player = Object.keys(scores).find((each) => scoreId in scores[each]);
    if (!player) return { scores, submitted };
    const own = { ...scores[player], [scoreId]: { ...scores[player][scoreId], points } };
    return { scores: { ...scores, [player]: own }, submitted };
  }
  if (event.type === "PlayerRemoved") {
    const { [event.data.player]: gone, ...others } = scores;
    return { scores: others, submitted };
  }
  return { scores, submitted };
}

function bests(scores: Scores) {
  return Object.entries(scores).map(([player, own]) => {
    const [best] = Object.values(own).sort((a, b) => b.points - a.points || a.place - b.place);
    return { player, ...best };
  });
}
