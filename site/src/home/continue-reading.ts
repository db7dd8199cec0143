// "Continue where I was": the last lesson opened in this browser, at the place it was left.
import { standing } from "../../../language/english/progress.ts";
import { course } from "../../../lessons/course.ts";
import { myProgress } from "../progress/my-progress.ts";

const { last } = myProgress();
const lesson = course.find(({ slug }) => slug === last);
const link = document.querySelector<HTMLAnchorElement>("[data-continue] a");
if (link && lesson) {
  link.href = `${link.getAttribute("href")}${lesson.slug}/#continue`;
  link.textContent = standing.continueWith(lesson.number, lesson.title);
  link.hidden = false;
}
