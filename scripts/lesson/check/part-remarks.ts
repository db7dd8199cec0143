import { type PartName, parts } from "../../../site/src/lessons/parts/lesson-parts.ts";
import { nearestName } from "../../authoring/nearest-name.ts";
import type { Remark } from "../../authoring/remark.ts";
import type { LessonUnderCheck } from "./lesson-under-check.ts";

/** The tag that makes each part, as it is written. */
export const partTags: Record<PartName, string> = {
  explain: "<Explain> … </Explain>",
  see: '<See title="…"> … </See>',
  do: '<Do exercise="…" />',
  quiz: "<Quiz />",
  deeper: "<Deeper> … </Deeper>",
  keep: '<Keep tryThis="…"> … </Keep>',
};

/** The components that every lesson has. */
export const componentsOfLessons = [
  "Explain",
  "See",
  "Do",
  "Quiz",
  "Deeper",
  "Keep",
  "Term",
  "Aside",
  "Scene",
  "SixLinesOfTypeScript",
];

/** All six parts are there, and the parts and tags name what there is. */
export function partRemarks(lesson: LessonUnderCheck): Remark[] {
  return [
    ...missingParts(lesson),
    ...exercisesShown(lesson),
    ...unknownTags(lesson),
    ...unknownTerms(lesson),
  ];
}

/** The head of every lesson links to its six parts. */
function missingParts(lesson: LessonUnderCheck): Remark[] {
  const names = Object.keys(parts) as PartName[];
  return names
    .filter((name) => lesson.tags(nameIn(partTags[name])).length === 0)
    .map((name) =>
      lesson.problem(
        1,
        `The part “${parts[name].label}” is missing, so the link to #${name} in the lesson's head leads nowhere.`,
        `Write ${partTags[name]} as part ${parts[name].offset + 1} of 6.`,
      ),
    );
}

/** "Do" for `<Do exercise="…" />`. */
function nameIn(tag: string): string {
  return /\w+/.exec(tag)?.[0] ?? "";
}

/** Each exercise of the front matter is shown, and no other. */
function exercisesShown(lesson: LessonUnderCheck): Remark[] {
  const shown = lesson.tags("Do").map(({ attributes, line }) => ({ id: attributes.exercise ?? "", line }));
  const unlisted = shown
    .filter(({ id }) => id === true || !lesson.exercises.includes(id))
    .map(({ id, line }) =>
      lesson.problem(
        line,
        `<Do> shows the exercise “${id}”, but \`exercises\` at the top does not list it.`,
        `Add it there: exercises: [${[...lesson.exercises, id].join(", ")}]`,
      ),
    );
  const absent = lesson.exercises
    .filter((id) => !shown.some((each) => each.id === id))
    .map((id) =>
      lesson.frontmatterProblem(
        ["exercises"],
        `\`exercises\` lists ${id}, but the text does not show it.`,
        `Write <Do exercise="${id}" /> where it belongs, or take it out of the list.`,
      ),
    );
  return [...unlisted, ...absent];
}

function unknownTags(lesson: LessonUnderCheck): Remark[] {
  const known = [...componentsOfLessons, ...lesson.text.imports.flatMap(({ names }) => names)];
  return lesson.text.tags
    .filter(({ name }) => /^\p{Lu}/u.test(name) && !known.includes(name))
    .map(({ name, line }) => {
      const near = nearestName(name, known);
      return lesson.problem(
        line,
        `There is no component <${name}>.`,
        near ? `Did you mean <${near}>?` : `Import it: import ${name} from "./figure.tsx";`,
      );
    });
}

function unknownTerms(lesson: LessonUnderCheck): Remark[] {
  const words = lesson.course.glossary.map(({ word }) => word);
  return lesson.tags("Term").flatMap(({ attributes: { word = "" }, line }) => {
    if (word !== true && lesson.knows(word)) return [];
    const near = nearestName(String(word), words);
    return [
      lesson.problem(
        line,
        `lessons/glossary.yaml does not know the word “${word}”.`,
        near ? `Did you mean “${near}”?` : "Add it there, with one plain sentence.",
      ),
    ];
  });
}
