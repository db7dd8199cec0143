import { isObject, sameJson } from "../../engine/fold/json.ts";
import type { CheckContext, ExerciseChecks } from "../../engine/grading/checks.ts";
import { partsOf } from "../../engine/grading/message-parts.ts";
import { describeMove, describePlace, generated, moveOf, type Place, placeAt } from "../robot/moves.ts";

export default {
  compare: (state) => {
    const { x, y } = partsOf(state);
    return isObject(state) ? { x: x ?? null, y: y ?? null } : null;
  },
  checks: [
    {
      id: "begins-at-the-dock",
      title: "Before the first move the robot is at its dock",
      covers: (at) => at.event === null,
      message: (at) =>
        `Before the first record your robot is at ${place(at.actual)}. It has not moved yet, and the first move is still to come. Where is a robot that has not left its dock?`,
    },
    {
      id: "moved",
      title: "A move leads from the old position to the new one",
      covers: (at) => at.event?.type === "Moved",
      message: (at) =>
        `${describeMove(at)} Before it, the robot was at ${place(at.before)}. Now your robot is at ${place(at.actual)}. ` +
        `Where is a robot that began at ${place(at.before)} and drove in this direction?`,
      known: [
        {
          when: (at) => at.event?.type === "Moved" && isMoveAlone(at),
          says: (at) =>
            `${describeMove(at)} Now your robot is at ${place(at.actual)}: that is the move alone. Where was the robot before this record?`,
        },
      ],
    },
    {
      id: "other-records",
      title: "Every other record leaves the robot where it is",
      covers: () => true,
      message: (at) =>
        `The record at offset ${at.offset} is ${at.event?.type}, and the robot was at ${place(at.before)}. Now your robot is at ${place(at.actual)}. Does this record say that the robot moved?`,
    },
  ],
  generated,
  words: {
    mutation: ({ offset }, path) =>
      `At offset ${offset} your code changed the robot that it was given, at \`${path}\`. That is the state before this record, and somebody may still step back to it. What would you return if you could only read it?`,
  },
} satisfies ExerciseChecks;

function isMoveAlone(at: CheckContext): boolean {
  const { dx, dy } = moveOf(at.event ?? { data: {} });
  return (
    sameJson(at.actual, { x: dx, y: dy }) && !sameJson(at.before, { ...placeAt({ ...at, history: [] }) })
  );
}

function place(compared: CheckContext["actual"]): string {
  return isObject(compared) ? describePlace(compared as unknown as Place) : "no position";
}
