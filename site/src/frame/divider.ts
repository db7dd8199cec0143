// The divider between text and workbench: by pointer, by keys, and by a button for each stop. The browser remembers it.
import { readRemembered, remember } from "../storage/remembered-value.ts";
import {
  type DividerPlace,
  placeAfterKey,
  placeUnderPointer,
  readDividerPlace,
  type Stop,
} from "./divider-place.ts";
import { $dividerPlace, dividerKey } from "./divider-store.ts";

const root = document.querySelector<HTMLElement>(".with-bench");
const bar = root?.querySelector<HTMLElement>('[role="separator"]');
const buttons = [...document.querySelectorAll<HTMLElement>("[data-stop-button]")];
let scrolled = 0;

/** The text's share of the window as it is drawn; 0 while the text is hidden. */
function drawnShare(): number {
  return root?.dataset.stop === "code" ? 0 : (bar?.getBoundingClientRect().left ?? 0) / innerWidth;
}

/** Shows a place without storing it. The reading position is the same after the workbench alone. */
function draw(place: DividerPlace): void {
  if (!root || !bar) return;
  const before = root.dataset.stop;
  if (place.stop === "code" && before !== "code") scrolled = scrollY;
  root.dataset.stop = place.stop;
  if (place.share !== undefined) root.style.setProperty("--text-width", `${place.share * 100}%`);
  bar.ariaValueNow = String(Math.round(drawnShare() * 100));
  for (const button of buttons) button.ariaPressed = String(button.dataset.stopButton === place.stop);
  if (before === "code" && place.stop !== "code") scrollTo(0, scrolled);
  $dividerPlace.set(place);
}

function move(place: DividerPlace): void {
  draw(place);
  remember(dividerKey, place);
}

/** Brings the workbench into view where the text has the whole window. */
export function showWorkbench(): void {
  const place = $dividerPlace.get();
  if (place.stop === "read") move({ ...place, stop: "split" });
}

/** Brings the text into view where the workbench has the whole window. */
export function showText(): void {
  const place = $dividerPlace.get();
  if (place.stop === "code") move({ ...place, stop: "split" });
}

bar?.addEventListener("keydown", (event) => {
  const next = placeAfterKey(event.key, $dividerPlace.get(), drawnShare(), innerWidth);
  if (!next) return;
  event.preventDefault();
  move(next);
});
bar?.addEventListener("pointerdown", ({ pointerId }) => bar.setPointerCapture(pointerId));
bar?.addEventListener("pointermove", ({ pointerId, clientX }) => {
  if (bar.hasPointerCapture(pointerId)) move(placeUnderPointer(clientX, innerWidth, $dividerPlace.get()));
});
for (const button of buttons)
  button.addEventListener("click", () =>
    move({ ...$dividerPlace.get(), stop: button.dataset.stopButton as Stop }),
  );

draw(readDividerPlace(readRemembered(dividerKey)));
