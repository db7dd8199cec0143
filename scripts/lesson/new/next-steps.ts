import { course, type Module, type PlannedLesson } from "../../../lessons/course.ts";

const what: Record<string, string> = {
  "lesson.mdx": "the text, in six parts: explain, see, do, quiz, deeper, keep",
  "quiz.yaml": "two to four questions, with a reason for every option",
  "figure.tsx": "the figure of the part “see”, a React component",
  "event-types.ts": "what the figure shows of the log",
  "facts.test.ts": "recomputes the numbers and states that the text prints",
};

/** What is printed when a lesson was made: its place in the course, its files, and what to do with them. */
export function nextSteps(made: {
  lesson: PlannedLesson;
  module: Module;
  /** Where it lies, as a path to click on. */
  shown: string;
  exercise: string;
  files: string[];
}): string {
  const { lesson, module, shown, exercise, files } = made;
  const known = Object.keys(what).filter((name) => files.includes(name));
  const widest = Math.max(...known.map((name) => name.length));
  return `${shown} is lesson ${lesson.number} of ${course.length}, “${lesson.title}”, in module ${module.number}, “${module.title}”.
It builds, and its facts are true: it is about the log of the exercise ${exercise}. It passes when you have made it yours.

Look at it first, with live reload:
    npm run lesson -- preview ${lesson.slug}
For what is still to do, with file and line, and after every step:
    npm run lesson -- check ${lesson.slug}
At the end, its facts:
    npx vitest run --project unit ${shown}

In ${shown}:
${known.map((name) => `    ${name.padEnd(widest)}  ${what[name]}`).join("\n")}

Each part at length: docs/write-a-lesson.md`;
}
