// "Continue with lesson …": the lesson opened last in this browser, at the place it was left; once it is passed, the next
// one. Once all are passed, the page no longer says where to start.
import { standing } from "../../../language/english/progress.ts";
import { course } from "../../../lessons/course.ts";
import { isDone, type LessonAsks, lessonStanding } from "../progress/lesson-standing.ts";
import { myProgress } from "../progress/my-progress.ts";
import { lessonToContinue } from "./lesson-to-continue.ts";

const progress = myProgress();
const asks = new Map(
  [...document.querySelectorAll<HTMLElement>("[data-asks]")].map(({ dataset }) => [
    dataset.lessonState ?? "",
    JSON.parse(dataset.asks ?? "") as LessonAsks,
  ]),
);
const lessons = course.flatMap(({ slug }) => {
  const asked = asks.get(slug);
  return asked ? [{ slug, done: isDone(lessonStanding(progress, slug, asked)) }] : [];
});
const slug = lessonToContinue(lessons, progress.last);
const lesson = course.find((each) => each.slug === slug);
const link = document.querySelector<HTMLAnchorElement>("[data-continue] a");
if (link && lesson) {
  link.href = `${link.getAttribute("href")}${lesson.slug}/${slug === progress.last ? "#continue" : ""}`;
  link.textContent = standing.continueWith(lesson.number, lesson.title);
  link.hidden = false;
}
const start = document.querySelector<HTMLAnchorElement>("[data-start]");
if (start && lessons.length > 0 && lessons.every(({ done }) => done)) {
  start.href = start.dataset.challenges ?? start.href;
  start.textContent = standing.onward;
}
