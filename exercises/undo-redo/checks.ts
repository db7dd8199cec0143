import type { Event } from "../../engine/fold/event.ts";
import { isObject, type Json, sameJson } from "../../engine/fold/json.ts";
import type { CheckContext, ExerciseChecks, KnownMistake } from "../../engine/grading/checks.ts";
import { withKnownMistake } from "../../engine/grading/checks-about.ts";
import { offsetOf } from "../../engine/grading/message-parts.ts";
import { type Gesture, type IsEdit, type Timeline, timelineOf } from "./domain.ts";
import { caseOf, generated } from "./logs.ts";
import { describeDrawing, describeEvent, describeShapes, eventShape, shapeName } from "./messages.ts";

const edits = new Set(["ShapeDrawn", "ShapeMoved", "ShapeErased"]);

/** Where code stopped, `at.actual` is the drawing before, so the message is another one, whatever the record is. */
const stopped: KnownMistake = {
  when: (at) => at.event !== null && !differs(at),
  says: (at) =>
    `At offset ${at.offset} your code stopped. Before this record your drawing showed ${describeShapes(at.actual)}. The record is already in the log, so \`evolve\` cannot refuse it. ` +
    "What is the drawing after a gesture that changes nothing?",
};

export default {
  compare: (state) => {
    if (!isObject(state) || !Array.isArray(state.shapes)) return null;
    return state.shapes.map((each) =>
      isObject(each) ? { shape: each.shape ?? null, x: each.x ?? null, y: each.y ?? null } : each,
    );
  },
  checks: withKnownMistake(stopped, [
    {
      id: "missing-shape",
      title: "An edit of a shape that does not exist is no edit",
      covers: (at) => isAsIf(at, ({ type }) => edits.has(type)),
      message(at) {
        const missed = lastMissed(at);
        return (
          `Offset ${at.offset} is ${at.event?.type}. ${describeDrawing(at)} The drawing had no ${missed && eventShape(missed)} when offset ${offsetOf(missed)}, ${missed?.type}, named it, so that record edited nothing. ` +
          "How can your fold tell an edit from a record that finds nothing to edit?"
        );
      },
    },
    {
      id: "undo",
      title: "An undo takes back the last edit that is not undone yet",
      covers: (at) => at.event?.type === "Undone" && before(at).done.length > 0,
      message: (at) =>
        `Offset ${at.offset} is \`Undone\`: it takes back the last edit that is not undone yet. ${describeDrawing(at)} ` +
        `That edit is at offset ${offsetOf(lastEdit(at))}, ${describeEvent(lastEdit(at))}. ` +
        "What did the drawing look like before that edit, and where does your fold keep that?",
      known: [
        {
          when: (at) => at.history.at(-1)?.type === "Undone" && sameJson(at.actual, earlier(at)),
          says: (at) =>
            `Offset ${at.offset} is the second undo in a row. ${describeDrawing(at)} It looked like that before the first undo, so your second undo took back an undo. ` +
            `The last edit that is not undone yet is offset ${offsetOf(lastEdit(at))}. Is an undo an edit?`,
        },
        {
          when: (at) => isAsIf(at, (gesture, changes) => changes || isOther(gesture)),
          says: (at) =>
            `Offset ${at.offset} is \`Undone\`. ${describeDrawing(at)} ` +
            `The last edit that is not undone yet is offset ${offsetOf(lastEdit(at))}, ${describeEvent(lastEdit(at))}. ` +
            `Offset ${offsetOf(at.history.findLast(isOther))} is a ${at.history.findLast(isOther)?.type}, and it edits nothing. For which records does your fold keep a drawing?`,
        },
        {
          when: (at) => lastEdit(at)?.type === "ShapeErased" && sameNames(at),
          says: (at) =>
            `Offset ${at.offset} takes back the erasing at offset ${offsetOf(lastEdit(at))}. ${describeDrawing(at)} ` +
            "The shape is back, but it is at another place in the pile. What did the drawing hold before that edit, from the lowest to the topmost?",
        },
      ],
    },
    {
      id: "undo-nothing",
      title: "An undo with nothing to undo changes nothing",
      covers: (at) => at.event?.type === "Undone",
      message: (at) =>
        `At offset ${at.offset} every edit is already undone. ${describeDrawing(at)} No edit is left to take back. What should your fold return then?`,
    },
    {
      id: "redo",
      title: "A redo brings back what was undone last",
      covers: (at) => at.event?.type === "Redone" && before(at).undone.length > 0,
      message: (at) =>
        `Offset ${at.offset} is \`Redone\`: it brings back what was undone last and is not back yet. ${describeDrawing(at)} ` +
        `The edit to bring back is at offset ${offsetOf(before(at).undone.at(-1)?.edit)}, ${describeEvent(before(at).undone.at(-1)?.edit)}. ` +
        "What did your fold keep when that edit was undone, and where is it now?",
    },
    {
      id: "redo-nothing",
      title: "After a new edit nothing can be redone",
      covers: (at) => at.event?.type === "Redone",
      message: (at) =>
        `Offset ${at.offset} is \`Redone\`, but no edit can be redone. ${describeDrawing(at)} ` +
        "What should a redo return when there is nothing to redo?",
      known: [
        {
          when: (at) => newEditAfterUndo(at) !== undefined,
          says: (at) => {
            const edit = newEditAfterUndo(at) as Event;
            return (
              `Offset ${at.offset} is \`Redone\`. ${describeDrawing(at)} What was undone before offset ${offsetOf(edit)} cannot be brought back: ` +
              `that record, ${describeEvent(edit)}, is a new edit, and it came after the undo. What happens to the undone edits when a new edit comes?`
            );
          },
        },
      ],
    },
    {
      id: "edits",
      title: "Shapes are drawn, moved and erased",
      covers: isEdit,
      message: (at) =>
        `The record at offset ${at.offset} says: ${describeEvent(at.event)}. ${describeDrawing(at)} These three cases were finished when you opened them. What have you changed there?`,
    },
    {
      id: "other-records",
      title: "Every other record leaves the drawing as it was",
      covers: () => true,
      message: (at) =>
        at.event
          ? `The record at offset ${at.offset} is ${at.event.type}. ${describeDrawing(at)} This record edits nothing. Which case of \`evolve\` ran?`
          : `Before the first record nothing is drawn. ${describeDrawing(at)} What does \`initialState\` return?`,
    },
  ]),
  cases: [
    // Nothing to undo, and a redo after it.
    caseOf(
      ["Undone", {}],
      ["ShapeDrawn", { shape: "sun", x: 40, y: 30 }],
      ["Undone", {}],
      ["Undone", {}],
      ["Redone", {}],
      ["Redone", {}],
    ),
    // The lanterns are erased before they are moved.
    caseOf(
      ["ShapeDrawn", { shape: "sun", x: 40, y: 30 }],
      ["ShapeDrawn", { shape: "lanterns", x: 10, y: 60 }],
      ["ShapeErased", { shape: "lanterns" }],
      ["ShapeMoved", { shape: "lanterns", dx: 5, dy: 5 }],
      ["Undone", {}],
    ),
  ],
  generated,
} satisfies ExerciseChecks;

function isEdit({ event }: CheckContext): boolean {
  return event !== null && edits.has(event.type);
}

/** A gesture that neither edits nor takes back. */
function isOther({ type }: Gesture): boolean {
  return !edits.has(type) && type !== "Undone" && type !== "Redone";
}

function before({ history }: CheckContext): Timeline<Event> {
  return timelineOf(history);
}

/** The last edit that is not undone yet. */
function lastEdit(at: CheckContext): Event | undefined {
  return before(at).done.at(-1)?.edit;
}

/** The drawing before the last record that was folded. */
function earlier({ history }: CheckContext): Json {
  return timelineOf(history.slice(0, -1)).shapes;
}

function differs({ expected, actual }: CheckContext): boolean {
  return !sameJson(expected, actual);
}

/** Whether the learner's drawing is that of a fold that treats these gestures as edits. */
function isAsIf({ history, event, expected, actual }: CheckContext, isEdit: IsEdit): boolean {
  if (event === null || sameJson(expected, actual)) return false;
  return sameJson(actual, timelineOf([...history, event], isEdit).shapes);
}

/** The last record that names a shape which was not on the drawing. */
function lastMissed({ history }: CheckContext): Event | undefined {
  return history.findLast(
    (event, place) =>
      (event.type === "ShapeMoved" || event.type === "ShapeErased") &&
      !timelineOf(history.slice(0, place)).shapes.some(({ shape }) => shape === eventShape(event)),
  );
}

/** The edit after which nothing can be redone, where something could before it. */
function newEditAfterUndo({ history }: CheckContext): Event | undefined {
  return history.findLast(
    (_, place) =>
      timelineOf(history.slice(0, place)).undone.length > 0 &&
      timelineOf(history.slice(0, place + 1)).undone.length === 0 &&
      edits.has(history[place]?.type ?? ""),
  );
}

function sameNames({ expected, actual }: CheckContext): boolean {
  const names = (shapes: Json) => (Array.isArray(shapes) ? shapes.map(shapeName).toSorted() : []);
  return sameJson(names(expected), names(actual)) && differs({ expected, actual } as CheckContext);
}
