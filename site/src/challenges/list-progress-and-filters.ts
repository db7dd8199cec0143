// The list of exercises in the browser: how far somebody has come with each, and the filters, kept in the address.
import { listWords } from "../../../language/english/challenge-list.ts";
import { readExercise } from "../exercise/exercise-memory.ts";
import { addPackExercises } from "./add-pack-exercises.ts";
import { exerciseProgress } from "./exercise-progress.ts";
import { type FilterValues, filterNames, filtersOf, matches, searchOf } from "./filters.ts";

const form = document.querySelector<HTMLFormElement>("[data-filters]");
const count = document.querySelector<HTMLElement>("[data-count]");
const rowsNow = () => [...document.querySelectorAll<HTMLElement>("[data-exercise]")];

/** Says in each row what this browser remembers of the exercise. */
function remind(): void {
  for (const row of rowsNow()) {
    const memory = readExercise(row.dataset.exercise ?? "");
    const is = exerciseProgress(memory);
    row.dataset.is = is;
    const progressText = row.querySelector("[data-progress]");
    if (progressText) progressText.textContent = listWords.progress[is];
    const best = row.querySelector("[data-best]");
    if (best && memory.best !== undefined) best.textContent = listWords.best(memory.best);
  }
}

function factsOf({ dataset }: HTMLElement): FilterValues {
  return {
    concept: dataset.concept?.split(" ") ?? [],
    kind: [dataset.kind ?? ""],
    difficulty: [dataset.difficulty ?? ""],
    progress: [dataset.is ?? ""],
  };
}

/** Shows what the address asks for. */
function show(): void {
  const wanted = filtersOf(location.search);
  const rows = rowsNow();
  for (const row of rows) row.hidden = !matches(factsOf(row), wanted);
  for (const group of document.querySelectorAll<HTMLElement>("[data-group]"))
    group.hidden = !group.querySelector("[data-exercise]:not([hidden])");
  const shown = rows.filter((row) => !row.hidden).length;
  if (count) count.textContent = saysCount(shown, rows.length);
}

function saysCount(shown: number, all: number): string {
  if (shown === all) return listWords.all(all);
  return shown === 0 ? listWords.none : listWords.some(shown, all);
}

/** The address follows the filters, so that a view can be passed on and found again. */
function choose(search: string): void {
  history.replaceState(null, "", `${location.pathname}${search}`);
  show();
}

if (form) {
  const select = (name: string) => form.elements.namedItem(name) as HTMLSelectElement;
  const wanted = filtersOf(location.search);
  for (const name of filterNames) select(name).value = wanted[name] ?? "";
  form.addEventListener("change", () =>
    choose(searchOf(Object.fromEntries(filterNames.map((name) => [name, select(name).value])))),
  );
  form.addEventListener("reset", () => choose(""));
  form.addEventListener("submit", (event) => event.preventDefault());
}

remind();
show();
if (await addPackExercises(import.meta.env.BASE_URL)) {
  remind();
  show();
}
