// "Continue where I was": the last lesson opened in this browser, at the place it was left.
import { course } from "../../../lessons/course.ts";
import { recall } from "../lessons/memory.ts";

const slug = recall<string>("last-lesson");
const lesson = course.find((planned) => planned.slug === slug);
const link = document.querySelector<HTMLAnchorElement>("[data-continue] a");
if (link && lesson) {
  link.href = `${link.getAttribute("href")}${lesson.slug}/#continue`;
  link.textContent = `Continue with lesson ${lesson.number}, ${lesson.title}`;
  link.hidden = false;
}
