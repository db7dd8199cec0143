import { counted, number } from "../numbers.ts";

const events = { one: "event", other: "events" };
const exercises = { one: "exercise", other: "exercises" };

/** The page of the learner's own log. */
export const myLog = {
  title: "My log",
  description: "What you did in this course is a log of events. Fold it, keep it, take it with you.",
  /** The pane with the text where there is room for one. */
  pane: "My log",
  lead: "What you do in this course is kept as events, in this browser and nowhere else. They lie on the tape, and the reducer beside them folds them into where you stand. Step through it; change it, and run it again.",
  empty:
    "Nothing has happened yet: your log has no record. It begins when you open a lesson; then LessonOpened stands at offset 0. Until then the tape shows an example, the first quarter of an hour of somebody else.",
  begin: "Begin with lesson 8",
  loading: "Reading your log …",
  /** How many events there are, and since when. */
  count: (count: number, since: string) => `${counted(count, events)} since ${since}.`,
  standing: "Where you stand",
  passed: (count: number) => `${counted(count, exercises)} passed`,
  nonePassed: "No exercise is passed yet.",
  best: (best: number, par: number) => `${number(best)} statements, par ${number(par)}`,
  afterSolution: "after seeing the solution",
  keep: "Keep it, move it, clear it",
  keepSays:
    "The file has one event a line, with the code that is kept. Import it in another browser and both logs become one; twice is once.",
  export: "Export as NDJSON",
  import: "Import a file",
  clear: "Clear all of it",
  clearSays: (events_: number, code: number) =>
    `This takes away ${counted(events_, events)}, what was remembered of every quiz and lesson, and the code of ${counted(code, exercises)}. How you like the workbench stays, and so does the theme.`,
  clearNow: "Yes, clear it",
  keepIt: "No, keep it",
  cleared: "Cleared. It can be taken back until you leave this page.",
  undo: "Take it back",
  undone: "All of it is back.",
  imported: (fresh: number, all: number) =>
    fresh === 0
      ? `Nothing new: all ${counted(all, events)} of the file were here already.`
      : `${counted(fresh, events)} came in; ${number(all - fresh)} were here already.`,
  tooLarge: "The file is larger than 20 MB. An exported log is not; look whether it is the right one.",
  leftOut: "Left out:",
  flawAt: (line: number) => `line ${number(line)}`,
  moreFlaws: (count: number) => `and ${number(count)} more`,
  flaws: {
    "not-json": "is no JSON. Every line is one JSON object.",
    "no-event": "has no event with a type and data.",
    "no-id": "has an event without metadata.id, so that it could not be told from another.",
    "no-time": "has an event without a moment in metadata.occurredAt.",
    "unknown-type": "has an event of a type that this course does not know.",
    data: "has an event whose data is not what its type asks for.",
  },
  where:
    "The log lies in this browser’s storage, at most 2,000 records of it. What grows beyond is compacted: of every fact the last record stays, and then the oldest go. Offsets are counted each time the log is read; Kafka would have kept them.",
  /** How the steps are told. */
  wording: {
    LessonOpened: "Lesson {lesson} opened",
    PartRead: "Part {part} of {lesson} read",
    QuizAnswered: "Question {question} of {lesson} answered",
    LessonClaimed: "“I know this” said of {lesson}",
    HintRead: "Hint {hint} of {exercise} read",
    CheckFailed: "{exercise} checked, and not passed",
    SolutionPartSeen: "Part {seen} of {of} of the solution of {exercise} seen",
    SolutionSeen: "Solution of {exercise} seen",
    ExercisePassed: "{exercise} passed, on {logs} generated logs",
    BestImproved: "{exercise} passed with {statements} statements",
    CodeKept: "Code of {exercise} kept",
  },
};
