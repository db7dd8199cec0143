import type { Event } from "../../engine/fold/event.ts";
import { isObject, type Json, type JsonObject, sameJson } from "../../engine/fold/json.ts";
import type { At, ExerciseChecks } from "../../engine/grading/checks.ts";
import { couldHaveHappened, generatedLogs, type Score, scoresIn, toldIn } from "./scores.ts";

export default {
  // What else a view remembers is the learner's own.
  compare: (state) => {
    const { bestScores, topThree } = isObject(state) ? state : {};
    const { best } = isObject(bestScores) ? bestScores : {};
    const { places } = isObject(topThree) ? topThree : {};
    const shown = (place: Json) =>
      isObject(place) ? { player: place.player ?? null, points: place.points ?? null } : place;
    return { best: best ?? null, places: Array.isArray(places) ? places.map(shown) : null };
  },
  checks: [
    {
      id: "best",
      title: "bestScores: a score counts if it is the player's best",
      covers: (at) => at.event?.type === "ScoreSubmitted" && bestDiffers(at),
      message: (at) =>
        `At offset ${at.offset} ${told(at).player} made ${told(at).points} points. ${best(at)}. ` +
        "That worked when you opened it. Which score is the best one so far?",
    },
    {
      id: "corrected",
      title: "bestScores: a corrected score counts with its new points",
      covers: (at) => at.event?.type === "ScoreCorrected" && bestDiffers(at),
      message: (at) => {
        const score = named(at);
        const corrects = `Offset ${at.offset} corrects ${told(at).scoreId} to ${told(at).points} points`;
        if (!score) return `${corrects}, and no score has that name. ${best(at)}. Whose points are they?`;
        if (score.removed)
          return `${corrects}. ${score.player} was removed at offset ${offsetOf(score.removed)}, after that score. ${best(at)}. Which scores of ${score.player} stand?`;
        return (
          `${corrects}. ${score.player} had made ${score.points} with it, at offset ${offsetOf(score.submitted)}. ` +
          `${best(at)}. Which other scores of ${score.player} stand?`
        );
      },
    },
    {
      id: "removed",
      title: "bestScores: a removed player has no best score",
      covers: (at) => at.event?.type === "PlayerRemoved" && bestDiffers(at),
      message: (at) =>
        `At offset ${at.offset} ${told(at).player} was removed. ${best(at)}. ` +
        "Each view folds the log on its own. What does this one do with that record?",
    },
    {
      id: "one-place-each",
      title: "topThree: a player stands on the board once",
      covers: (at) => twice(at) !== undefined,
      message: (at) =>
        `After offset ${at.offset} your \`topThree\` shows ${board(at.actual)}: ${twice(at)} stands there twice. ` +
        `The board is for players, and ${twice(at)} is one. Which of the two scores counts?`,
    },
    {
      id: "ties",
      title: "topThree: of equal points, those submitted first stand first",
      covers: (at) => tied(at) !== undefined,
      message: (at) => {
        const [first, second] = tied(at) as [Score, Score];
        return (
          `After offset ${at.offset} your \`topThree\` shows ${board(at.actual)}. ${first.player} made that score at ` +
          `offset ${offsetOf(first.submitted)}, ${second.player} at offset ${offsetOf(second.submitted)}. Who was first?`
        );
      },
      known: [
        {
          when: (at) => tied(at)?.[0].corrected !== undefined && at.event?.type === "ScoreCorrected",
          says: (at) => {
            const [first, second] = tied(at) as [Score, Score];
            return (
              `After offset ${at.offset} your \`topThree\` shows ${board(at.actual)}. ${first.player} made that score ` +
              `at offset ${offsetOf(first.submitted)}, ${second.player} at offset ${offsetOf(second.submitted)}. ` +
              `A correction says what was true all along. Who of the two was first to have these points?`
            );
          },
        },
      ],
    },
    {
      id: "moves-up",
      title: "topThree: where a place gets free, the next player moves up",
      covers: (at) => climber(at) !== undefined,
      message: (at) =>
        `${happened(at)}. Your \`topThree\` shows ${board(at.actual)}. ${climber(at)?.player} has ` +
        `${climber(at)?.points} points, from offset ${offsetOf((climber(at) as Score).submitted)}. ` +
        "Where does your view keep those who are not on the board?",
    },
    {
      id: "top-three",
      title: "topThree: the three best players, best first",
      covers: (at) => at.event !== null && !sameJson(placesIn(at.actual), placesIn(at.expected)),
      message: (at) =>
        `${happened(at)}. Your \`topThree\` shows ${board(at.actual)}. Who is ahead of whom now?`,
    },
    {
      id: "other-records",
      title: "Every other record changes nothing",
      covers: () => true,
      message: (at) =>
        at.event
          ? `Offset ${at.offset} is ${at.event.type}. ${best(at)}. Does this record change what the views should show?`
          : "Before the first record your views are not an empty `best` and an empty list of `places`. What do both `initialView` return?",
    },
  ],
  generated: { cases: generatedLogs, possible: couldHaveHappened },
  words: {
    mutation: (at, path) =>
      `At offset ${at.offset} your code changed the view it was given, at \`${path}\`. Somebody may be looking at that ` +
      "board this very moment. Which of the things you called changes a list instead of giving a new one?",
  },
} satisfies ExerciseChecks;

function told({ event }: At) {
  return toldIn(event as Event);
}

function offsetOf({ metadata }: Event): number {
  return metadata.position.offset;
}

function bestIn(compared: Json): JsonObject {
  const { best } = isObject(compared) ? compared : {};
  return isObject(best) ? best : {};
}

function placesIn(compared: Json): Json[] {
  const { places } = isObject(compared) ? compared : {};
  return Array.isArray(places) ? places : [];
}

function playersOn(compared: Json): Json[] {
  return placesIn(compared).map((place) => (isObject(place) ? (place.player ?? null) : place));
}

function bestDiffers({ expected, actual }: At): boolean {
  return !sameJson(bestIn(expected), bestIn(actual));
}

/** The score that the correction at this step names, as it stood before it. */
function named(at: At): Score | undefined {
  return scoresIn(at.history).find(({ id }) => id === told(at).scoreId);
}

/** The best score of a player after this step; of equal ones the first. */
function bestOf(at: At, player: Json): Score | undefined {
  return scoresIn([...at.history, ...(at.event ? [at.event] : [])])
    .filter((score) => score.player === player && !score.removed)
    .reduce<Score | undefined>((best, each) => (best && best.points >= each.points ? best : each), undefined);
}

/** The player that the learner's board shows more than once. */
function twice({ actual }: At): string | undefined {
  const players = playersOn(actual);
  return players.find((player, place) => players.indexOf(player) !== place) as string | undefined;
}

/** Where the boards differ in players of equal points only: who should stand first there, and who does. */
function tied(at: At): [Score, Score] | undefined {
  const [expected, actual] = [placesIn(at.expected), placesIn(at.actual)];
  const pointsOf = (place: Json) => (isObject(place) ? (place.points ?? null) : null);
  if (!sameJson(expected.map(pointsOf), actual.map(pointsOf))) return undefined;
  const place = expected.findIndex((each, i) => !sameJson(each, actual[i]));
  const [first, second] = [at.expected, at.actual].map((each) => bestOf(at, playersOn(each)[place] ?? null));
  return first && second && first.points === second.points ? [first, second] : undefined;
}

/** Who should have come onto the board because somebody else went down or away, and is not there. */
function climber(at: At): Score | undefined {
  if (at.event?.type !== "PlayerRemoved" && at.event?.type !== "ScoreCorrected") return undefined;
  const [before, actual] = [playersOn(at.before), playersOn(at.actual)];
  const missing = playersOn(at.expected).find((each) => !before.includes(each) && !actual.includes(each));
  const score = missing === undefined ? undefined : bestOf(at, missing);
  return score?.corrected === at.event ? undefined : score;
}

/** "At offset 8 jonas was removed" */
function happened(at: At): string {
  const { player, points, scoreId } = told(at);
  const type = at.event?.type ?? "";
  const words: Record<string, string> = {
    ScoreSubmitted: `At offset ${at.offset} ${player} made ${points} points`,
    ScoreCorrected: `Offset ${at.offset} corrects ${scoreId}, a score of ${named(at)?.player ?? "nobody"}, to ${points} points`,
    PlayerRemoved: `At offset ${at.offset} ${player} was removed`,
  };
  return words[type] ?? `Offset ${at.offset} is ${type}`;
}

/** "Your `bestScores` says 412000 for ines", for the first player for whom it is wrong. */
function best({ expected, actual }: At): string {
  const [wanted, found] = [bestIn(expected), bestIn(actual)];
  const player = Object.keys({ ...wanted, ...found }).find((each) => !sameJson(wanted[each], found[each]));
  if (player === undefined) return "There your code stopped";
  if (found[player] === undefined) return `Your \`bestScores\` says nothing for ${player}`;
  const says = `${JSON.stringify(found[player])} for ${player}`;
  return wanted[player] === undefined
    ? `Your \`bestScores\` still has ${player}, with ${JSON.stringify(found[player])}`
    : `Your \`bestScores\` says ${says}`;
}

/** "ines 412000, jonas 412000 and malik 388500", or nobody. */
function board(compared: Json): string {
  const places = placesIn(compared).map((place) =>
    isObject(place) ? `${place.player} ${place.points}` : JSON.stringify(place),
  );
  const last = places.pop();
  if (last === undefined) return "nobody";
  return places.length > 0 ? `${places.join(", ")} and ${last}` : last;
}
