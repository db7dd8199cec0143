import { isObject } from "../../engine/fold/json.ts";
import type { CheckContext, ExerciseChecks } from "../../engine/grading/checks.ts";
import { formatNumber, joinWithAnd, partsOf } from "../../engine/grading/message-parts.ts";
import { describeMove, describePlace, generated, placeAt } from "../robot/moves.ts";

const moved = (at: CheckContext) => at.event?.type === "Moved";
const distance = (compared: CheckContext["actual"]) => partsOf(compared).distance ?? null;
const metres = (compared: CheckContext["actual"]) => formatNumber(distance(compared));
const quarters = (compared: CheckContext["actual"]) => Object.keys(partsOf(partsOf(compared).visited));
const named = (names: string[]) => joinWithAnd(names, "nothing");

export default {
  // Any other memory in the state is the learner's own.
  compare(state) {
    const { distance, visited } = partsOf(state);
    return isObject(state) ? { distance: distance ?? null, visited: visited ?? null } : null;
  },
  checks: [
    {
      id: "nothing-before-the-first-move",
      title: "Before the first move the distance is 0, and nothing was visited",
      covers: (at) => at.event === null,
      message: (at) =>
        `Before the first record your robot has ${start(at)}. It has not moved yet, and your code will add to these values. With what should \`initialState\` begin?`,
    },
    {
      id: "distance",
      title: "Each move adds its metres to the distance",
      covers: (at) => moved(at) && distance(at.actual) !== distance(at.expected),
      message: (at) =>
        `${describeMove(at)} Before it, the distance was ${metres(at.before)}. Now your distance is ${metres(at.actual)}. How many metres does this record add?`,
      known: [
        {
          when: (at) => moved(at) && Number(distance(at.actual)) < Number(distance(at.before)),
          says: (at) =>
            `${describeMove(at)} Before it, the distance was ${metres(at.before)}. Now your distance is ${metres(at.actual)}. The robot comes nearer to its dock, but does it get back the metres that it drove?`,
        },
      ],
    },
    {
      id: "visited",
      title: "A quarter is visited once a move ended in it",
      covers: moved,
      message: visited,
    },
    {
      id: "other-records",
      title: "Every other record changes nothing",
      covers: () => true,
      message: (at) =>
        `The record at offset ${at.offset} is ${at.event?.type}. After it your distance is ${metres(at.actual)} and your robot has visited ${named(quarters(at.actual))}. Does this record say that the robot moved?`,
    },
  ],
  generated,
  words: {
    mutation: ({ offset }, path) =>
      `At offset ${offset} your code changed the robot that it was given, at \`${path}\`. That is the state before this record, and somebody may still step back to it. What would you return if you could only read it?`,
  },
} satisfies ExerciseChecks;

function start({ actual }: CheckContext): string {
  const { distance, visited } = partsOf(actual);
  return `${distance === null ? "no `distance`" : `distance ${formatNumber(distance ?? null)}`} and ${visited === null ? "no `visited`" : `visited ${named(quarters(actual))}`}`;
}

function visited(at: CheckContext): string {
  const [before, now] = [quarters(at.before), quarters(at.actual)];
  const lost = before.filter((quarter) => !now.includes(quarter));
  if (lost.length > 0)
    return `${describeMove(at)} Before it, the robot had visited ${named(before)}. Now your robot has visited ${named(now)}. Does a visit end when the robot drives on?`;
  const place = placeAt(at);
  const told = `${describeMove(at)} Then it was at ${describePlace(place)}`;
  if (now.length > before.length && (place.x === 0 || place.y === 0))
    return `${told}, on a line between two quarters. Your code added one to \`visited\`. What does \`quarterOf\` return for such a position?`;
  return `${told}. Your robot has visited ${named(now)}. Which position did your code give to \`quarterOf\`, the one before the move or the one after it?`;
}
