// Which abilities of a module the learner has shown: those whose exercise was passed in this browser.
import { passedBefore } from "../exercise/exercise-memory.ts";

function showAbilities(): void {
  for (const line of document.querySelectorAll<HTMLElement>("[data-ability]")) {
    const passed = passedBefore(line.dataset.ability ?? "") !== null;
    line.toggleAttribute("data-passed", passed);
    line.querySelector<HTMLElement>("[data-ability-passed]")?.toggleAttribute("hidden", !passed);
  }
}

showAbilities();
addEventListener("offset-zero:memory", showAbilities);
// Another tab may pass something meanwhile, and whoever comes back with the browser's arrow has been learning.
addEventListener("storage", showAbilities);
addEventListener("pageshow", ({ persisted }) => persisted && showAbilities());
