import { showText, showWorkbench } from "./divider.ts";

// Where there is no room for prose and workbench side by side, one of them is shown, and each keeps its place.
const root = document.querySelector<HTMLElement>(".with-bench");
const buttons = [...document.querySelectorAll<HTMLElement>("[data-show]")];
const scrolled: Record<string, number> = {};

function show(pane: string): void {
  // Side by side both are in sight, and the text stays where its reader is.
  const isOneAtATime = buttons.some((button) => button.checkVisibility());
  if (!root || root.dataset.pane === pane || !isOneAtATime) return;
  scrolled[root.dataset.pane ?? ""] = scrollY;
  root.dataset.pane = pane;
  for (const button of buttons) button.ariaPressed = String(button.dataset.show === pane);
  scrollTo(0, scrolled[pane] ?? 0);
}

for (const button of buttons) button.addEventListener("click", () => show(button.dataset.show ?? "read"));

// "Open in the workbench" names the exercise; the workbench itself listens for the click and shows it. "Open the
// workbench" names none: it opens the workbench as it is.
document.addEventListener("click", (event) => {
  const link =
    event.target instanceof Element && event.target.closest("[data-open-exercise], [data-open-bench]");
  if (!link) return;
  event.preventDefault();
  show("work");
  showWorkbench();
  document.getElementById("workbench")?.focus({ preventScroll: true });
});

// A link to a part of the text: the text is shown first, then the browser goes to the part.
document.addEventListener("click", ({ target }) => {
  if (!(target instanceof Element) || !target.closest("[data-open-text]")) return;
  show("read");
  showText();
});

// A lesson shown to a room: see present/.
if (root && new URLSearchParams(location.search).has("present"))
  import("../present/present.ts").then(({ startPresenting }) => startPresenting());
