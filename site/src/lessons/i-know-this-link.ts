// "I know this" opens the lesson's hardest exercise, as every link to an exercise does; passing it says that it is so.
import { knowing } from "../../../language/english/i-know-this.ts";
import { passedBefore } from "../exercise/exercise-memory.ts";

for (const line of document.querySelectorAll<HTMLElement>("[data-know]")) {
  const link = line.querySelector<HTMLAnchorElement>("a");
  const exercise = link?.dataset.openExercise ?? "";
  const says = line.querySelector("[data-know-says]");
  link?.addEventListener("click", () =>
    import("../progress/note-lesson-progress.ts").then(
      ({ noteClaim }) => noteClaim(line.dataset.know ?? "", exercise),
      () => {},
    ),
  );
  const showStanding = () => {
    if (!passedBefore(exercise) || !says) return;
    says.textContent = knowing.known;
    link?.remove();
  };
  showStanding();
  addEventListener("offset-zero:memory", showStanding);
}
