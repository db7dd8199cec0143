// Today's exercise among the course's own, with the seed of its logs in the link.
import { listWords } from "../../../language/english/challenge-list.ts";
import { readExercise } from "../workbench/memory.ts";
import { dailyOf, dayOf } from "./daily.ts";

const link = document.querySelector<HTMLAnchorElement>("[data-today]");
const rows = [...document.querySelectorAll<HTMLElement>("[data-exercise]:not([data-pack-exercise])")];
const day = dayOf(new Date());
const { exercise, seed } = dailyOf(
  day,
  rows.map((row) => ({ id: row.dataset.exercise ?? "", row })),
);
const title = exercise.row.querySelector("a");
if (link && title) {
  link.textContent = title.textContent;
  link.href = `${title.getAttribute("href")}?seed=${seed}`;
}
const passed = document.querySelector("[data-today-passed]");
if (passed && readExercise(exercise.id).passed?.at.startsWith(day))
  passed.textContent = listWords.passedToday;
