// Where the learner stands, from the log of progress in this browser. Nothing leaves the machine.
import { standing as words } from "../../../language/english/progress.ts";
import type { Progress } from "../progress/fold-progress.ts";
import { isDone, type LessonAsks, type LessonStanding, lessonStanding } from "../progress/lesson-standing.ts";
import { myProgress } from "../progress/my-progress.ts";

function describeStanding({ is, passed, of, minutesLeft }: LessonStanding): string {
  if (is === "known") return words.known;
  if (is === "passed") return passed < of ? words.passedOf(passed, of) : words.passed;
  return is === "begun" ? words.begun(minutesLeft) : words.minutes(minutesLeft);
}

/** Says it of each lesson below `root`; gives the standings. */
function show(root: ParentNode, progress: Progress): LessonStanding[] {
  return [...root.querySelectorAll<HTMLElement>("[data-asks]")].map((line) => {
    const asks = JSON.parse(line.dataset.asks ?? "") as LessonAsks;
    const standing = lessonStanding(progress, line.dataset.lessonState ?? "", asks);
    line.textContent = describeStanding(standing);
    line.closest("li")?.toggleAttribute("data-done", isDone(standing));
    return standing;
  });
}

function sum(standings: LessonStanding[]): [passed: number, written: number, left: number] {
  const left = standings.reduce((all, { minutesLeft }) => all + minutesLeft, 0);
  return [standings.filter(isDone).length, standings.length, left];
}

function showAll(): void {
  const progress = myProgress();
  for (const module of document.querySelectorAll<HTMLElement>("[data-module]")) {
    const line = module.querySelector("[data-module-state]");
    const moduleText = words.module(...sum(show(module, progress)), Number(module.dataset.module));
    if (line) line.textContent = moduleText;
  }
  const all = document.querySelector<HTMLElement>("[data-course-state]");
  if (all) all.textContent = words.all(...sum(show(document, progress)), Number(all.dataset.courseState));
}

showAll();
// Another tab may pass something meanwhile, and whoever comes back with the browser's arrow has been learning.
addEventListener("storage", showAll);
addEventListener("pageshow", ({ persisted }) => persisted && showAll());
