// What was proved in this lesson, from the workbench's memory; said again when an exercise is passed.
import { passedBefore } from "../../exercise/exercise-memory.ts";
import { describePasses } from "./describe-passes.ts";

for (const line of document.querySelectorAll<HTMLElement>("[data-proved]")) {
  const exercises = (line.dataset.proved ?? "").split(" ").filter(Boolean);
  const showPasses = () => {
    line.textContent = describePasses(exercises.map(passedBefore));
    line.hidden = line.textContent === "";
  };
  showPasses();
  addEventListener("offset-zero:memory", showPasses);
}
