import { isObject, type Json, sameJson } from "../../engine/fold/json.ts";
import type { ExerciseChecks } from "../../engine/grading/checks.ts";
import {
  best,
  bestDiffers,
  board,
  climber,
  happened,
  named,
  offsetOf,
  placesIn,
  tied,
  told,
  twice,
} from "./boards.ts";
import { couldHaveHappened, generatedLogs, type Score } from "./scores.ts";

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
