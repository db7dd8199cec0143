import type { Form, Kind, Level } from "./template.ts";

/** What is printed when an exercise was made: what there is, and what to change, file by file. */
export function nextSteps(made: {
  slug: string;
  /** Where it lies, as a path to click on. */
  shown: string;
  kind: Kind;
  form: Form;
  level: Level;
  pack?: string;
}): string {
  const { slug, shown, kind, form, level, pack } = made;
  const rest = pack === undefined ? "" : ` --pack ${pack}`;
  const steps =
    form === "predict" ? predicted(level) : [...both(kind), ...(level === "course" ? course : [])];
  const what = form === "predict" ? "states of a cinema's evening to predict" : example[kind];
  const widest = Math.max(...steps.map(([file]) => file.length));
  const lines = steps.map(
    ([file, what], at) => `${String(at + 1).padStart(2)}. ${file.padEnd(widest)}  ${what}`,
  );
  return `${shown} is a whole exercise: ${what}. It passes. Now make it yours.

Look at it first, with live reload:
    npm run exercise -- preview ${slug}${rest}
After every step, without the mutants of your solution, and at the end with them:
    npm run exercise -- check ${slug}${rest} --quick
    npm run exercise -- check ${slug}${rest}

In ${shown}:
${lines.join("\n")}

Each step at length, with what check says on the way: docs/write-an-exercise.md`;
}

const example: Record<Kind, string> = {
  reducer: "a reducer over the evening of a cinema's box office",
  projector: "two read models over the log of a cinema's box office",
  decider: "a box office that may refuse to sell",
  upcaster: "tickets whose price was once written in euros",
  call: "a question about a box office's log",
};

/** What the learner's code exports, by kind. */
const written: Record<Kind, string> = {
  reducer: "initialState and evolve",
  projector: "the read models, each with initialView and project",
  decider: "initialState, evolve and decide",
  upcaster: "upcast, and if you also want a fold, initialState and evolve",
  call: "one function",
};

function both(kind: Kind): [file: string, what: string][] {
  return [
    ["log.ndjson", "your records, 6 to 20, one per line: a key, and an event with type, data, id and time"],
    ["events.d.ts", "the types of their data, for the learner's editor"],
    ...(kind === "decider"
      ? ([["commands.json", "the commands for decide, in order, after the log"]] as [string, string][])
      : []),
    [
      "solution.ts",
      `a right answer: ${written[kind]}; its // starter: lines are what the learner gets instead`,
    ],
    ["README.md", "the task: one scene, a numbered list of what to write, then what is compared"],
    ["checks.ts", "what is compared, and the message for each kind of mistake"],
    [
      "wrong/*.yaml",
      "typical wrong answers: what the mistake is, and which parts of the solution it replaces",
    ],
    ["exercise.yaml", "title and wording; which check the starter and each wrong answer fail"],
    ["hints.yaml", "one or two sentences each, from gentle to direct, no code"],
  ];
}

function predicted(level: Level): [file: string, what: string][] {
  return [
    ["log.ndjson", "your records, 6 to 20, one per line: a key, and an event with type, data, id and time"],
    ["events.d.ts", "the types of their data"],
    ["solution.ts", "the code that folds the log: the page shows it, and learners do not change it"],
    ["README.md", "the task: one scene, what to predict, and the rules that a learner needs for it"],
    ["checks.ts", "compare: which part of the state is predicted"],
    ["exercise.yaml", "title, events, wording, and predict: the steps that are asked for"],
    ["hints.yaml", "one or two sentences each, from gentle to direct, no code"],
    ...(level === "course"
      ? ([["design.md", "for the next author: the misconception, and why these steps"]] as [string, string][])
      : []),
  ];
}

const course: [file: string, what: string][] = [
  ["logs.ts", "generated logs, and which of the smaller ones could have happened"],
  ["approaches/*.ts", "other right answers, each with a first line that describes its approach"],
  ["design.md", "for the next author: the misconception, each wrong answer, what is simplified"],
  [
    "feedback.md",
    "what a learner reads. At the end, run check --accept to write it again, and read it aloud",
  ],
];
