// A table of functions by event type keeps the scores; one function makes a projector from what the view shows of them.
type Score = { id: string; player: string; points: number };
type EventNamed<Type> = Extract<BoardEvent, { type: Type }>;

const scoresAfter = {
  ScoreSubmitted: (scores: Score[], { data, metadata }: EventNamed<"ScoreSubmitted">) =>
    scores.concat({ id: metadata.id, player: data.player, points: data.points }),
  ScoreCorrected: (scores: Score[], { data }: EventNamed<"ScoreCorrected">) =>
    scores.map((score) => ({ ...score, points: score.id === data.scoreId ? data.points : score.points })),
  PlayerRemoved: (scores: Score[], { data }: EventNamed<"PlayerRemoved">) =>
    scores.filter((score) => score.player !== data.player),
};

function projector<Shown>(show: (scores: Score[]) => Shown) {
  type View = Shown & { scores: Score[] };
  return {
    initialView: (): View => ({ ...show([]), scores: [] }),
    project(view: View, event: BoardEvent): View {
      const next = scoresAfter[event.type] as ((scores: Score[], event: BoardEvent) => Score[]) | undefined;
      const scores = next ? next(view.scores, event) : view.scores;
      return { ...show(scores), scores };
    },
  };
}

const beats = (one: Score, other: Score | undefined) => !other || one.points > other.points;

export const bestScores = projector((scores) => ({
  best: scores.reduce<Record<string, number>>(
    (best, { player, points }) => ({ ...best, [player]: Math.max(best[player] ?? points, points) }),
    {},
  ),
}));

export const topThree = projector((scores) => {
  const places: { player: string; points: number }[] = [];
  for (let place = 0; place < 3; place++) {
    const left = scores.filter(({ player }) => places.every((taken) => taken.player !== player));
    const best = left.reduce<Score | undefined>(
      (found, each) => (beats(each, found) ? each : found),
      undefined,
    );
    if (best) places.push({ player: best.player, points: best.points });
  }
  return { places };
});
