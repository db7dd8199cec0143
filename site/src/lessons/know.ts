// "I know this" opens the lesson's hardest exercise, as every link to an exercise does; passing it says that it is so.
import { knowing } from "../../../language/english/knowing.ts";
import { passedBefore } from "../workbench/memory.ts";

for (const line of document.querySelectorAll<HTMLElement>("[data-know]")) {
  const link = line.querySelector<HTMLAnchorElement>("a");
  const exercise = link?.dataset.openExercise ?? "";
  const says = line.querySelector("[data-know-says]");
  link?.addEventListener("click", () =>
    import("../progress/lesson-facts.ts").then(
      ({ noteClaim }) => noteClaim(line.dataset.know ?? "", exercise),
      () => {},
    ),
  );
  const say = () => {
    if (!passedBefore(exercise) || !says) return;
    says.textContent = knowing.known;
    link?.remove();
  };
  say();
  addEventListener("offset-zero:memory", say);
}
