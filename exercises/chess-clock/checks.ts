import type { Event } from "../../engine/fold/event.ts";
import type { Check, CheckContext, ExerciseChecks } from "../../engine/grading/checks.ts";
import { checksAbout } from "../../engine/grading/checks-about.ts";
import { formatSeconds, offsetOf } from "../../engine/grading/message-parts.ts";
import { type ClockFace, clockFaceOf, clockPressAt, formatTime, isOfTheClock, timeOf } from "./domain.ts";
import { generated } from "./logs.ts";

/** Checks about a record up to which a player's time was running. */
const pressingCheck = checksAbout(clockPressAt);

const isMove = (at: CheckContext) => at.event?.type === "MoveMade";
const stopsTheTime = (at: CheckContext) => isMove(at) || at.event?.type === "ClockPaused";

const other = pressingCheck(
  "other-events",
  "An event that is not about the clock changes nothing, not even the time of the next move",
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
    return `At offset ${at.offset} the time of ${player} stops. Your clock shows ${formatTime(actual[player])}: it counts from offset ${offsetOf(last)}, a ${last.type}, which is no move. The time of ${player} has been running since offset ${offsetOf(since)}. Which events start a player's time?`;
  },
);

const afterTheFlag: Check = {
  id: "after-the-flag",
  title: "After a flag has fallen nothing changes",
  covers: ({ before }) => clockFaceOf(before).fallen !== null,
  message: ({ offset, event, before, actual }) =>
    `The flag of ${String(clockFaceOf(before).fallen)} fell before offset ${offset}. At offset ${offset} the log holds ${event?.type}, and your clock changed: it shows ${both(clockFaceOf(actual))}. What may still change on the clock when the game is over?`,
};

const flag = pressingCheck(
  "flag",
  "When no time is left the flag falls",
  ({ expected }) => expected.fallen !== null,
  ({ player, used, had, increment, actual }, at) => {
    const record = `At offset ${at.offset} ${player} had used ${formatSeconds(used)}, and ${used === had ? "that was exactly what was left" : `${formatSeconds(had)} were left`}.`;
    const fallen = actual.fallen === null ? "no flag has fallen" : `\`fallen\` says ${String(actual.fallen)}`;
    const shows = `Your clock shows ${formatTime(actual[player])} for ${player}, and ${fallen}.`;
    if (isMove(at) && increment > 0 && actual[player] === had - used + increment)
      return `${record} ${shows} Only a move in time gets the increment. Was there any time left to add it to?`;
    if (actual[player] === had - used && used > had)
      return `${record} ${shows} Can a clock show less than 0?`;
    return `${record} ${shows} How much time is left, and what does a chess clock do then?`;
  },
);

const pause = pressingCheck(
  "pause",
  "While the clock is stopped nobody's time runs",
  ({ since }, at) => !isMove(at) || since.type === "ClockResumed",
  ({ player, used, since, had, actual }, at) => {
    const shows = `Your clock shows ${formatTime(actual[player])} for ${player}`;
    if (at.event?.type === "ClockPaused")
      return `At offset ${at.offset} the clock was stopped, ${formatSeconds(used)} after offset ${offsetOf(since)}. ${shows}; before that it was ${formatTime(had)}. How much time has ${player} used when the clock is stopped?`;
    if (at.event?.type === "ClockResumed")
      return `At offset ${at.offset} the clock began to run again. ${shows}; while it was stopped it was ${formatTime(had)}. How much time did anybody use during the pause?`;
    return `At offset ${at.offset} ${player} moved, ${formatSeconds(used)} after the clock began to run again at offset ${offsetOf(since)}. ${shows}; during the pause it was ${formatTime(had)}. From which record on did you count?`;
  },
);

const move = pressingCheck(
  "move",
  "A move takes off the time it took and adds the increment",
  (_, at) => isMove(at),
  ({ player, used, since, had, increment, actual }, at) => {
    const record = `At offset ${at.offset} ${player} moved, ${formatSeconds(used)} after offset ${offsetOf(since)}.`;
    const shows = `Your clock shows ${formatTime(actual[player])} for ${player}; before the move it was ${formatTime(had)}.`;
    if (actual.fallen !== null)
      return `${record} ${shows} It also says that a flag has fallen. How much time was left?`;
    if (actual[player] === had - used && increment > 0)
      return `${record} ${shows} The time was taken off, and nothing was added. What does offset 0 promise for each move?`;
    if (actual[player] === had || actual[player] === had + increment)
      return `${record} ${shows} How much of that time did ${player} use?`;
    return `${record} Before that ${player} had ${formatTime(had)}, and each move adds ${formatSeconds(increment)}. Your clock shows ${both(actual)}. Whose time ran up to this record?`;
  },
);

const whole: Check = {
  id: "start",
  title: "The clock starts with the time that the log gives each player",
  covers: () => true,
  message: ({ event, offset, actual }) =>
    event
      ? `At offset ${offset} the log holds ${event.type}. After it your clock shows ${both(clockFaceOf(actual))}. What does this record give to each player?`
      : `Before the first record your clock shows ${both(clockFaceOf(actual))}. Nothing has happened yet. What does a clock show that nobody has set?`,
};

function both({ white, black, fallen }: ClockFace): string {
  const flags = fallen === null ? "" : `, with the flag of ${String(fallen)} fallen`;
  return `${formatTime(white)} for white and ${formatTime(black)} for black${flags}`;
}

export default {
  checks: [afterTheFlag, other, flag, pause, move, whole],
  compare: (state) => ({ ...clockFaceOf(state) }),
  generated,
  words: {
    mutation: ({ offset }, path) =>
      `At offset ${offset} your code changed the clock it was given, at \`${path}\`. That is what the clock showed before this record, and somebody may still step back to it. What would you return if you could only create and read?`,
  },
} satisfies ExerciseChecks;
