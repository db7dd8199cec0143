// What was proved in this lesson, from the workbench's memory; said again when an exercise is passed.
import { passedBefore } from "../../workbench/memory.ts";
import { saysProved } from "./proved.ts";

for (const line of document.querySelectorAll<HTMLElement>("[data-proved]")) {
  const exercises = (line.dataset.proved ?? "").split(" ").filter(Boolean);
  const say = () => {
    line.textContent = saysProved(exercises.map(passedBefore));
    line.hidden = line.textContent === "";
  };
  say();
  addEventListener("offset-zero:memory", say);
}
