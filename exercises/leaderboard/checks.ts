import { isObject, type Json, sameJson } from "../../engine/fold/json.ts";
import type { ExerciseChecks } from "../../engine/grading/checks.ts";
import { offsetOf, partsOf } from "../../engine/grading/message-parts.ts";
import type { Score } from "./domain.ts";
import { generated } from "./logs.ts";
import {
  bestDiffers,
  correctedScore,
  describeBestScores,
  describeBoard,
  describeRecord,
  missingNewcomer,
  placesIn,
  repeatedPlayer,
  scoreDataAt,
  tiedScores,
} from "./messages.ts";

export default {
  // What else a view remembers is the learner's own.
  compare: (state) => {
    const { bestScores, topThree } = partsOf(state);
    const { best } = partsOf(bestScores);
    const { places } = partsOf(topThree);
    const shown = (place: Json) =>
      isObject(place) ? { player: place.player ?? null, points: place.points ?? null } : place;
    return { best: best ?? null, places: Array.isArray(places) ? places.map(shown) : null };
  },
  checks: [
    {
      id: "best",
      title: "bestScores: a player's best score counts",
      covers: (at) => at.event?.type === "ScoreSubmitted" && bestDiffers(at),
      message: (at) =>
        `At offset ${at.offset} ${scoreDataAt(at).player} made ${scoreDataAt(at).points} points. ${describeBestScores(at)}. ` +
        "That worked when you opened it. Which score is the best one so far?",
    },
    {
      id: "corrected",
      title: "bestScores: a corrected score counts with its new points",
      covers: (at) => at.event?.type === "ScoreCorrected" && bestDiffers(at),
      message: (at) => {
        const score = correctedScore(at);
        const corrects = `Offset ${at.offset} corrects ${scoreDataAt(at).scoreId} to ${scoreDataAt(at).points} points`;
        if (!score)
          return `${corrects}, and no score has that name. ${describeBestScores(at)}. Whose score does this record change?`;
        if (score.removed)
          return `${corrects}. ${score.player} was removed at offset ${offsetOf(score.removed)}, after that score. ${describeBestScores(at)}. Which scores of ${score.player} still count?`;
        return (
          `${corrects}. It is the score of ${score.points} points that ${score.player} made at offset ${offsetOf(score.submitted)}. ` +
          `${describeBestScores(at)}. Which other scores of ${score.player} count?`
        );
      },
    },
    {
      id: "removed",
      title: "bestScores: a removed player has no best score",
      covers: (at) => at.event?.type === "PlayerRemoved" && bestDiffers(at),
      message: (at) =>
        `At offset ${at.offset} ${scoreDataAt(at).player} was removed. ${describeBestScores(at)}. ` +
        "Each view folds the log on its own. What does this view do with that record?",
    },
    {
      id: "one-place-each",
      title: "topThree: each player is on the board once",
      covers: (at) => repeatedPlayer(at) !== undefined,
      message: (at) =>
        `After offset ${at.offset} your \`topThree\` shows ${describeBoard(at.actual)}: ${repeatedPlayer(at)} is there twice. ` +
        `The board lists players, each of them once. Which score of ${repeatedPlayer(at)} counts?`,
    },
    {
      id: "ties",
      title: "topThree: of equal scores, the one submitted first comes first",
      covers: (at) => tiedScores(at) !== undefined,
      message: (at) => {
        const [first, second] = tiedScores(at) as [Score, Score];
        return (
          `After offset ${at.offset} your \`topThree\` shows ${describeBoard(at.actual)}. ${first.player} made that score at ` +
          `offset ${offsetOf(first.submitted)}, ${second.player} at offset ${offsetOf(second.submitted)}. Who was first?`
        );
      },
      known: [
        {
          when: (at) => tiedScores(at)?.[0].corrected !== undefined && at.event?.type === "ScoreCorrected",
          says: (at) => {
            const [first, second] = tiedScores(at) as [Score, Score];
            return (
              `After offset ${at.offset} your \`topThree\` shows ${describeBoard(at.actual)}. ${first.player} made that score ` +
              `at offset ${offsetOf(first.submitted)}, ${second.player} at offset ${offsetOf(second.submitted)}. ` +
              `A correction says what was true from the start. Which of the two scores was submitted first?`
            );
          },
        },
      ],
    },
    {
      id: "moves-up",
      title: "topThree: if a place becomes free, the next player moves up",
      covers: (at) => missingNewcomer(at) !== undefined,
      message: (at) =>
        `${describeRecord(at)}. Your \`topThree\` shows ${describeBoard(at.actual)}. ${missingNewcomer(at)?.player} has ` +
        `${missingNewcomer(at)?.points} points, from offset ${offsetOf((missingNewcomer(at) as Score).submitted)}. ` +
        "Where does your view keep the players who are not on the board?",
    },
    {
      id: "top-three",
      title: "topThree: the three best players, best first",
      covers: (at) => at.event !== null && !sameJson(placesIn(at.actual), placesIn(at.expected)),
      message: (at) =>
        `${describeRecord(at)}. Your \`topThree\` shows ${describeBoard(at.actual)}. Who is ahead of whom now?`,
    },
    {
      id: "other-records",
      title: "Every other record changes nothing",
      covers: () => true,
      message: (at) =>
        at.event
          ? `Offset ${at.offset} is ${at.event.type}. ${describeBestScores(at)}. Does this record change what the views should show?`
          : "Before the first record one of your views is not empty: `best` must be an empty object, `places` an empty list. What does each `initialView` return?",
    },
  ],
  generated,
  words: {
    mutation: (at, path) =>
      `At offset ${at.offset} your code changed the view it was given, at \`${path}\`. Somebody may be looking at that ` +
      "board right now. Which function that you called changes a list instead of returning a new one?",
  },
} satisfies ExerciseChecks;
