// Today's exercise among the course's own, with the seed of its logs in the link.
import { listWords } from "../../../language/english/challenge-list.ts";
import { readExercise } from "../exercise/exercise-memory.ts";
import { dailyExercise, dayOf } from "./daily-exercise.ts";

const link = document.querySelector<HTMLAnchorElement>("[data-today]");
const rows = [...document.querySelectorAll<HTMLElement>("[data-exercise]:not([data-pack-exercise])")];
const day = dayOf(new Date());
const { exercise, seed } = dailyExercise(
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
