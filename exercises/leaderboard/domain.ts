import type { Event, NewEvent } from "../../engine/fold/event.ts";

/** The data of an event of these logs; they are ours, so a missing field is a mistake of ours. */
export interface ScoreData {
  player: string;
  points: number;
  scoreId: string;
}

/** A score of a log, with the records that submitted, corrected and took it away. */
export interface Score {
  id: string;
  player: string;
  points: number;
  submitted: Event;
  corrected?: Event;
  removed?: Event;
}

export const scoreDataOf = ({ data }: NewEvent): ScoreData => data as unknown as ScoreData;

/** All scores of a log, in the order in which they were submitted. */
export function scoresIn(log: Event[]): Score[] {
  const scores: Score[] = [];
  for (const event of log) {
    const { player, points, scoreId } = scoreDataOf(event);
    if (event.type === "ScoreSubmitted")
      scores.push({ id: event.metadata.id, player, points, submitted: event });
    const standing = scores.filter(({ removed }) => !removed);
    if (event.type === "PlayerRemoved")
      for (const score of standing.filter((each) => each.player === player)) score.removed = event;
    const named = standing.find(({ id }) => id === scoreId);
    if (event.type === "ScoreCorrected" && named) Object.assign(named, { points, corrected: event });
  }
  return scores;
}
