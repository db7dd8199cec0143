import { counted, number } from "../numbers.ts";

const events = { one: "event", other: "events" };
const exercises = { one: "exercise", other: "exercises" };

/** The page of the learner's own log. */
export const myLog = {
  title: "My log",
  description: "What you did in this course is a log of events. Fold it, export it, take it with you.",
  /** The pane with the text where there is room for one. */
  pane: "My log",
  lead: "What you do in this course is stored as events, in this browser only. In the workbench you see these events as a log, and a reducer folds them into your progress. Step through the fold, or change the reducer and run it again.",
  empty:
    "Your log is empty. Open a lesson, and LessonOpened is written at offset 0. Until then the row of records shows an example: the first quarter of an hour of another learner.",
  begin: "Begin with lesson 8",
  loading: "Reading your log …",
  /** How many events there are, and since when. */
  count: (count: number, since: string) => `${counted(count, events)} since ${since}.`,
  standing: "Your progress",
  passed: (count: number) => `${counted(count, exercises)} passed`,
  nonePassed: "No exercise is passed yet.",
  best: (best: number, par: number) => `${number(best)} statements, shortest known ${number(par)}`,
  afterSolution: "after seeing the solution",
  keep: "Keep it, move it, clear it",
  keepSays:
    "The exported file has one event per line, and includes your code. If you import a file, its events are added to your log. Importing the same file twice changes nothing.",
  export: "Export as NDJSON",
  import: "Import a file",
  clear: "Clear all of it",
  clearSays: (events_: number, code: number) =>
    `This deletes ${counted(events_, events)}, your quiz answers, the place where you stopped in each lesson, and the code of ${counted(code, exercises)}. The settings of the workbench and the theme stay.`,
  clearNow: "Yes, clear it",
  keepIt: "No, keep it",
  cleared: "Cleared. You can undo this until you leave the page.",
  undo: "Undo",
  undone: "Everything is restored.",
  imported: (fresh: number, all: number) =>
    fresh === 0
      ? `Nothing new: all ${counted(all, events)} of the file were already here.`
      : `Imported ${counted(fresh, events)}; ${number(all - fresh)} were already here.`,
  tooLarge: "The file is larger than 20 MB, and an exported log never is. Choose another file.",
  leftOut: "Left out:",
  flawAt: (line: number) => `line ${number(line)}`,
  moreFlaws: (count: number) => `and ${number(count)} more`,
  flaws: {
    "not-json": "is not JSON. Each line must be one JSON object.",
    "no-event": "has no event with a type and data.",
    "no-id": "has an event without metadata.id, so it cannot be recognised as a duplicate.",
    "no-time": "has an event without a time in metadata.occurredAt.",
    "unknown-type": "has an event of a type that is not part of this course.",
    data: "has an event whose data does not fit its type.",
  },
  where:
    "This browser stores the log, up to 2,000 records. A longer log is compacted: of several records about the same thing, one stays. If that is not enough, the oldest records are deleted. After that, the records get new offsets. In Kafka, a record keeps its offset.",
  /** How the steps are described. */
  wording: {
    LessonOpened: "Lesson {lesson} opened",
    PartRead: "Part {part} of {lesson} read",
    QuizAnswered: "Question {question} of {lesson} answered",
    LessonClaimed: "“I know this already” chosen for {lesson}",
    HintRead: "Hint {hint} of {exercise} read",
    CheckFailed: "{exercise} checked, and not passed",
    SolutionPartSeen: "Part {seen} of {of} of the solution of {exercise} seen",
    SolutionSeen: "Solution of {exercise} seen",
    ExercisePassed: "{exercise} passed, on {logs} generated logs",
    BestImproved: "{exercise} passed with {statements} statements",
    CodeKept: "Code of {exercise} kept",
  },
};
