import type { Event } from "../../engine/fold/event.ts";
import type { At, Check, ExerciseChecks } from "../../engine/grading/checks.ts";
import {
  type Face,
  faceOf,
  isOfTheClock,
  type Pressing,
  pressingAt,
  seconds,
  shown,
  timeOf,
} from "./clock.ts";
import { couldBePlayed, generatedGames } from "./games.ts";

/** A check about a record at which somebody's time had been running. */
function pressingCheck(
  id: string,
  title: string,
  covers: (pressing: Pressing, at: At) => boolean,
  message: (pressing: Pressing, at: At) => string,
): Check {
  const asked = (at: At) => pressingAt(at);
  return {
    id,
    title,
    covers: (at) => {
      const pressing = asked(at);
      return pressing !== null && covers(pressing, at);
    },
    message: (at) => message(asked(at) as Pressing, at),
  };
}

const offsetOf = ({ metadata }: Event) => metadata.position.offset;
const isMove = (at: At) => at.event?.type === "MoveMade";
const stopsTheTime = (at: At) => isMove(at) || at.event?.type === "ClockPaused";

const other = pressingCheck(
  "other-events",
  "An event that is not about the clock changes nothing, not even what the next move costs",
  ({ player, expected, actual, since }, at) => {
    if (!at.event || !isOfTheClock(at.event)) return true;
    const last = at.history.at(-1);
    if (!last || isOfTheClock(last) || !stopsTheTime(at)) return false;
    return Number(actual[player]) - Number(expected[player]) === timeOf(last) - timeOf(since);
  },
  ({ player, actual, since }, at) => {
    const last = at.history.at(-1) as Event;
    if (!at.event || !isOfTheClock(at.event))
      return `At offset ${at.offset} the log holds ${at.event?.type}, and your clock shows ${both(actual)} after it. Nobody pressed the clock. What does \`evolve\` return for an event that is not about it?`;
    return `At offset ${at.offset} the time of ${player} stops. Your clock shows ${shown(actual[player])}: it counts from offset ${offsetOf(last)}, a ${last.type}, which moves no piece. The time of ${player} has been running since offset ${offsetOf(since)}. Which events begin a player's time?`;
  },
);

const afterTheFlag: Check = {
  id: "after-the-flag",
  title: "After a flag has fallen nothing changes",
  covers: ({ before }) => faceOf(before).fallen !== null,
  message: ({ offset, event, before, actual }) =>
    `The flag of ${String(faceOf(before).fallen)} had fallen before offset ${offset}. There the log holds ${event?.type}, and your clock changed: it shows ${both(faceOf(actual))}. Who may still change the clock of a game that is over?`,
};

const flag = pressingCheck(
  "flag",
  "When nothing is left the flag falls",
  ({ expected }) => expected.fallen !== null,
  ({ player, used, had, increment, actual }, at) => {
    const record = `At offset ${at.offset} ${player} had used ${seconds(used)}, and ${used === had ? "that was exactly what was left" : `${seconds(had)} were left`}.`;
    const fallen = actual.fallen === null ? "no flag has fallen" : `\`fallen\` says ${String(actual.fallen)}`;
    const shows = `Your clock shows ${shown(actual[player])} for ${player}, and ${fallen}.`;
    if (isMove(at) && increment > 0 && actual[player] === had - used + increment)
      return `${record} ${shows} The increment is for a move in time. Was there any time left to add it to?`;
    if (actual[player] === had - used && used > had)
      return `${record} ${shows} Can a clock show less than nothing?`;
    return `${record} ${shows} What is left, and what does a chess clock do then?`;
  },
);

const pause = pressingCheck(
  "pause",
  "While the clock stands nobody's time runs",
  ({ since }, at) => !isMove(at) || since.type === "ClockResumed",
  ({ player, used, since, had, actual }, at) => {
    const shows = `Your clock shows ${shown(actual[player])} for ${player}`;
    if (at.event?.type === "ClockPaused")
      return `At offset ${at.offset} the clock was stopped, ${seconds(used)} after offset ${offsetOf(since)}. ${shows}; before that it was ${shown(had)}. How much of it is gone when the clock is stopped?`;
    if (at.event?.type === "ClockResumed")
      return `At offset ${at.offset} the clock began to run again. ${shows}; while it stood it was ${shown(had)}. What has anybody used at that moment?`;
    return `At offset ${at.offset} ${player} moved, ${seconds(used)} after the clock began to run again at offset ${offsetOf(since)}. ${shows}; during the pause it was ${shown(had)}. From which record on did you count?`;
  },
);

const move = pressingCheck(
  "move",
  "A move costs the time it took and brings the increment",
  (_, at) => isMove(at),
  ({ player, used, since, had, increment, actual }, at) => {
    const record = `At offset ${at.offset} ${player} moved, ${seconds(used)} after offset ${offsetOf(since)}.`;
    const shows = `Your clock shows ${shown(actual[player])} for ${player}; before the move it was ${shown(had)}.`;
    if (actual.fallen !== null)
      return `${record} ${shows} It also says that a flag has fallen. How much time was left?`;
    if (actual[player] === had - used && increment > 0)
      return `${record} ${shows} The time is taken off and nothing is added. What does offset 0 promise for each move?`;
    if (actual[player] === had || actual[player] === had + increment)
      return `${record} ${shows} How much of it did ${player} use?`;
    return `${record} Before that ${player} had ${shown(had)}, and each move adds ${seconds(increment)}. Your clock shows ${both(actual)}. Whose time ran up to this record?`;
  },
);

const whole: Check = {
  id: "start",
  title: "The clock starts with the time that the log gives each player",
  covers: () => true,
  message: ({ event, offset, actual }) =>
    event
      ? `At offset ${offset} the log holds ${event.type}. After it your clock shows ${both(faceOf(actual))}. What does this record give to each player?`
      : `Before the first record your clock shows ${both(faceOf(actual))}. Nothing has happened yet. What is on a clock that nobody has set?`,
};

function both({ white, black, fallen }: Face): string {
  const flags = fallen === null ? "" : `, with the flag of ${String(fallen)} fallen`;
  return `${shown(white)} for white and ${shown(black)} for black${flags}`;
}

export default {
  checks: [afterTheFlag, other, flag, pause, move, whole],
  compare: (state) => ({ ...faceOf(state) }),
  generated: { cases: generatedGames, possible: couldBePlayed },
  words: {
    mutation: ({ offset }, path) =>
      `At offset ${offset} your code changed the clock it was given, at \`${path}\`. That is what the clock showed one record ago, and somebody may step back to it. What would you return if you could only create and read?`,
  },
} satisfies ExerciseChecks;
