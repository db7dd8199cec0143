import type { Event } from "../../engine/fold/event.ts";
import { isObject, type Json, sameJson } from "../../engine/fold/json.ts";
import type { CheckContext } from "../../engine/grading/checks.ts";
import { differingParts, joinWithAnd, partsOf } from "../../engine/grading/message-parts.ts";
import { type Score, scoreDataOf, scoresIn } from "./domain.ts";

export function scoreDataAt({ event }: CheckContext) {
  return scoreDataOf(event as Event);
}

const bestIn = (compared: Json) => partsOf(partsOf(compared).best);

export function placesIn(compared: Json): Json[] {
  const { places } = partsOf(compared);
  return Array.isArray(places) ? places : [];
}

function playersOn(compared: Json): Json[] {
  return placesIn(compared).map((place) => (isObject(place) ? (place.player ?? null) : place));
}

export function bestDiffers({ expected, actual }: CheckContext): boolean {
  return !sameJson(bestIn(expected), bestIn(actual));
}

/** The score that the correction at this step names, as it was before it. */
export function correctedScore(at: CheckContext): Score | undefined {
  return scoresIn(at.history).find(({ id }) => id === scoreDataAt(at).scoreId);
}

/** The best score of a player after this step; of equal ones the first. */
function bestOf(at: CheckContext, player: Json): Score | undefined {
  return scoresIn([...at.history, ...(at.event ? [at.event] : [])])
    .filter((score) => score.player === player && !score.removed)
    .reduce<Score | undefined>((best, each) => (best && best.points >= each.points ? best : each), undefined);
}

/** The player that the learner's board shows more than once. */
export function repeatedPlayer({ actual }: CheckContext): string | undefined {
  const players = playersOn(actual);
  return players.find((player, place) => players.indexOf(player) !== place) as string | undefined;
}

/** Where the boards differ only in the order of equal points: who should come first there, and who does. */
export function tiedScores(at: CheckContext): [Score, Score] | undefined {
  const [expected, actual] = [placesIn(at.expected), placesIn(at.actual)];
  const pointsOf = (place: Json) => (isObject(place) ? (place.points ?? null) : null);
  if (!sameJson(expected.map(pointsOf), actual.map(pointsOf))) return undefined;
  const place = expected.findIndex((each, i) => !sameJson(each, actual[i]));
  const [first, second] = [at.expected, at.actual].map((each) => bestOf(at, playersOn(each)[place] ?? null));
  return first && second && first.points === second.points ? [first, second] : undefined;
}

/** The player who should have moved up onto the board when another went down or was removed, and is not on it. */
export function missingNewcomer(at: CheckContext): Score | undefined {
  if (at.event?.type !== "PlayerRemoved" && at.event?.type !== "ScoreCorrected") return undefined;
  const [before, actual] = [playersOn(at.before), playersOn(at.actual)];
  const missing = playersOn(at.expected).find((each) => !before.includes(each) && !actual.includes(each));
  const score = missing === undefined ? undefined : bestOf(at, missing);
  return score?.corrected === at.event ? undefined : score;
}

/** "At offset 8 jonas was removed" */
export function describeRecord(at: CheckContext): string {
  const { player, points, scoreId } = scoreDataAt(at);
  const type = at.event?.type ?? "";
  const words: Record<string, string> = {
    ScoreSubmitted: `At offset ${at.offset} ${player} made ${points} points`,
    ScoreCorrected: `Offset ${at.offset} corrects ${scoreId}, a score of ${correctedScore(at)?.player ?? "nobody"}, to ${points} points`,
    PlayerRemoved: `At offset ${at.offset} ${player} was removed`,
  };
  return words[type] ?? `Offset ${at.offset} is ${type}`;
}

/** "Your `bestScores` says 412000 for ines", for the first player for whom it is wrong. */
export function describeBestScores({ expected, actual }: CheckContext): string {
  const [wanted, found] = [bestIn(expected), bestIn(actual)];
  const [player] = differingParts(wanted, found);
  if (player === undefined) return "Your code stopped there";
  if (found[player] === undefined) return `Your \`bestScores\` says nothing for ${player}`;
  const says = `${JSON.stringify(found[player])} for ${player}`;
  return wanted[player] === undefined
    ? `Your \`bestScores\` still has ${player}, with ${JSON.stringify(found[player])}`
    : `Your \`bestScores\` says ${says}`;
}

/** "ines 412000, jonas 412000 and malik 388500", or nobody. */
export function describeBoard(compared: Json): string {
  const places = placesIn(compared).map((place) =>
    isObject(place) ? `${place.player} ${place.points}` : JSON.stringify(place),
  );
  return joinWithAnd(places, "nobody");
}
