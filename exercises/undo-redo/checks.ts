import type { Event } from "../../engine/fold/event.ts";
import { isObject, type Json, sameJson } from "../../engine/fold/json.ts";
import type { At, Check, ExerciseChecks } from "../../engine/grading/checks.ts";
import { caseOf, couldHaveHappened, drawings } from "./drawings.ts";
import { type Gesture, type IsEdit, type Timeline, timelineOf } from "./timeline.ts";
import { drawn, nameIn, nameOf, offsetOf, shown, told } from "./words.ts";

const edits = new Set(["ShapeDrawn", "ShapeMoved", "ShapeErased"]);

export default {
  compare: (state) => {
    if (!isObject(state) || !Array.isArray(state.shapes)) return null;
    return state.shapes.map((each) =>
      isObject(each) ? { shape: each.shape ?? null, x: each.x ?? null, y: each.y ?? null } : each,
    );
  },
  checks: [
    check({
      id: "missing-shape",
      title: "An edit of a shape that is not there is no edit",
      covers: (at) => isAsIf(at, ({ type }) => edits.has(type)),
      message(at) {
        const missed = lastMissed(at);
        return (
          `Offset ${at.offset} is ${at.event?.type}. ${shown(at)} The drawing had no ${missed && nameIn(missed)} when offset ${offsetOf(missed)}, ${missed?.type}, named it, so nothing was edited there. ` +
          "How can your fold tell an edit from a record that finds nothing to edit?"
        );
      },
    }),
    check({
      id: "undo",
      title: "An undo takes back the last edit that is not undone yet",
      covers: (at) => at.event?.type === "Undone" && before(at).done.length > 0,
      message: (at) =>
        `Offset ${at.offset} is \`Undone\`: it takes back the last edit that is not undone yet. ${shown(at)} ` +
        `Going back from here, the first such edit is offset ${offsetOf(before(at).done.at(-1)?.edit)}, ${told(before(at).done.at(-1)?.edit)}. ` +
        "What did the drawing look like before it, and where would your fold find that?",
      known: [
        {
          when: (at) => at.history.at(-1)?.type === "Undone" && sameJson(at.actual, earlier(at)),
          says: (at) =>
            `Offset ${at.offset} is the second undo in a row. ${shown(at)} That is how it looked before the first one: your second undo took back an undo. ` +
            `The last edit that is not undone yet is offset ${offsetOf(before(at).done.at(-1)?.edit)}. Is an undo an edit?`,
        },
        {
          when: (at) => isAsIf(at, (gesture, changes) => changes || isOther(gesture)),
          says: (at) =>
            `Offset ${at.offset} is \`Undone\`. ${shown(at)} ` +
            `The last edit that is not undone yet is offset ${offsetOf(before(at).done.at(-1)?.edit)}, ${told(before(at).done.at(-1)?.edit)}. ` +
            `Offset ${offsetOf(at.history.findLast(isOther))} is a ${at.history.findLast(isOther)?.type}, and it edits nothing. Which records does your fold remember a drawing for?`,
        },
        {
          when: (at) => before(at).done.at(-1)?.edit.type === "ShapeErased" && sameNames(at),
          says: (at) =>
            `Offset ${at.offset} takes back the erasing at offset ${offsetOf(before(at).done.at(-1)?.edit)}. ${shown(at)} ` +
            "The shape is back, and it lies elsewhere in the pile. What did the drawing hold before that edit, from the lowest to the topmost?",
        },
      ],
    }),
    check({
      id: "undo-nothing",
      title: "An undo with nothing to undo changes nothing",
      covers: (at) => at.event?.type === "Undone",
      message: (at) =>
        `At offset ${at.offset} every edit is undone already. ${shown(at)} There is nothing more to take back. What should your fold return then?`,
    }),
    check({
      id: "redo",
      title: "A redo brings back what was undone last",
      covers: (at) => at.event?.type === "Redone" && before(at).undone.length > 0,
      message: (at) =>
        `Offset ${at.offset} is \`Redone\`: it brings back what was undone last and is not back yet. ${shown(at)} ` +
        `That would be the edit of offset ${offsetOf(before(at).undone.at(-1)?.edit)}, ${told(before(at).undone.at(-1)?.edit)}. ` +
        "What did your fold keep when that edit was undone, and what has become of it since?",
    }),
    check({
      id: "redo-nothing",
      title: "A new edit empties what could be redone",
      covers: (at) => at.event?.type === "Redone",
      message: (at) =>
        `Offset ${at.offset} is \`Redone\`, and no edit is waiting to be redone. ${shown(at)} ` +
        "What should a redo do that finds nothing?",
      known: [
        {
          when: (at) => newEditAfterUndo(at) !== undefined,
          says: (at) => {
            const edit = newEditAfterUndo(at) as Event;
            return (
              `Offset ${at.offset} is \`Redone\`. ${shown(at)} What was undone before offset ${offsetOf(edit)} cannot be brought back: ` +
              `that record, ${told(edit)}, is a new edit, and it went another way. What becomes of what could be redone when a new edit comes?`
            );
          },
        },
      ],
    }),
    check({
      id: "edits",
      title: "Shapes are drawn, moved and erased",
      covers: isEdit,
      message: (at) =>
        `The record at offset ${at.offset} says: ${told(at.event)}. ${shown(at)} These three cases were finished when you opened them. What have you changed there?`,
    }),
    check({
      id: "other-records",
      title: "Every other record leaves the drawing as it was",
      covers: () => true,
      message: (at) =>
        at.event
          ? `The record at offset ${at.offset} is ${at.event.type}. ${shown(at)} It edits nothing. Which case of \`evolve\` ran?`
          : `Before the first record nothing is drawn. ${shown(at)} What does \`initialState\` return?`,
    }),
  ],
  cases: [
    // Nothing to undo, and a redo after it.
    caseOf([
      ["Undone", {}],
      ["ShapeDrawn", { shape: "sun", x: 40, y: 30 }],
      ["Undone", {}],
      ["Undone", {}],
      ["Redone", {}],
      ["Redone", {}],
    ]),
    // The lanterns are gone when they are moved.
    caseOf([
      ["ShapeDrawn", { shape: "sun", x: 40, y: 30 }],
      ["ShapeDrawn", { shape: "lanterns", x: 10, y: 60 }],
      ["ShapeErased", { shape: "lanterns" }],
      ["ShapeMoved", { shape: "lanterns", dx: 5, dy: 5 }],
      ["Undone", {}],
    ]),
  ],
  generated: { cases: drawings, possible: couldHaveHappened },
} satisfies ExerciseChecks;

/** Code that stopped shows the drawing before: it needs other words, whatever the record is. */
function check({ known = [], ...rest }: Check): Check {
  const stopped = {
    when: (at: At) => at.event !== null && !parts(at),
    says: (at: At) =>
      `At offset ${at.offset} your code stopped. Your drawing is what it was before: ${drawn(at.actual)}. Somebody made this gesture, and the record is on the log; ` +
      "`evolve` comes too late to refuse it. What is the drawing after a gesture that finds nothing to do?",
  };
  return { ...rest, known: [stopped, ...known] };
}

function isEdit({ event }: At): boolean {
  return event !== null && edits.has(event.type);
}

/** A gesture that neither edits nor takes back. */
function isOther({ type }: Gesture): boolean {
  return !edits.has(type) && type !== "Undone" && type !== "Redone";
}

function before({ history }: At): Timeline<Event> {
  return timelineOf(history);
}

/** The drawing before the last record that was folded. */
function earlier({ history }: At): Json {
  return timelineOf(history.slice(0, -1)).shapes;
}

function parts({ expected, actual }: At): boolean {
  return !sameJson(expected, actual);
}

/** Whether the learner's drawing is the one of a fold that takes these gestures for edits. */
function isAsIf({ history, event, expected, actual }: At, isEdit: IsEdit): boolean {
  if (event === null || sameJson(expected, actual)) return false;
  return sameJson(actual, timelineOf([...history, event], isEdit).shapes);
}

/** The last record that would have edited a shape which was not there. */
function lastMissed({ history }: At): Event | undefined {
  return history.findLast(
    (event, place) =>
      (event.type === "ShapeMoved" || event.type === "ShapeErased") &&
      !timelineOf(history.slice(0, place)).shapes.some(({ shape }) => shape === nameIn(event)),
  );
}

/** The edit after which nothing can be redone, where something could before it. */
function newEditAfterUndo({ history }: At): Event | undefined {
  return history.findLast(
    (_, place) =>
      timelineOf(history.slice(0, place)).undone.length > 0 &&
      timelineOf(history.slice(0, place + 1)).undone.length === 0 &&
      edits.has(history[place]?.type ?? ""),
  );
}

function sameNames({ expected, actual }: At): boolean {
  const names = (shapes: Json) => (Array.isArray(shapes) ? shapes.map(nameOf).toSorted() : []);
  return sameJson(names(expected), names(actual)) && parts({ expected, actual } as At);
}
