import { glossaryWords } from "../../../../language/english/glossary.ts";
import { pathTo } from "../../frame/path-to.ts";

// One note for all words of the page: shown on hover, focus and tap, put away with Escape, and it may be pointed at.
const note = document.createElement("div");
note.className = "term-note";
note.popover = "manual";
const sentence = document.createElement("span");
// The word's own aria-describedby tells screen readers; this is the same sentence for the eye.
sentence.ariaHidden = "true";
const link = document.createElement("a");
link.textContent = glossaryWords.inGlossary;
note.append(sentence, link);

let explained: HTMLElement | undefined;
let closing: ReturnType<typeof setTimeout> | undefined;

/** Shows the note of a word that is pointed at, or has the focus. */
export function showTerm(word: HTMLElement): void {
  clearTimeout(closing);
  if (explained === word) return;
  explained = word;
  sentence.textContent =
    document.getElementById(word.getAttribute("aria-describedby") ?? "")?.textContent ?? "";
  link.href = pathTo(`/glossary/#${word.dataset.place}`);
  // Behind its word: Tab goes from the word to the note's link.
  word.after(note);
  note.showPopover();
  placePopover();
}

/** Below the word, above it where there is no room, and never out of the window. */
function placePopover(): void {
  if (!explained) return;
  const at = explained.getBoundingClientRect();
  const left = Math.min(Math.max(8, at.left), innerWidth - note.offsetWidth - 8);
  const below = at.bottom + 6;
  const top = below + note.offsetHeight > innerHeight ? at.top - note.offsetHeight - 6 : below;
  note.style.left = `${left}px`;
  note.style.top = `${top}px`;
}

function hide(): void {
  if (!explained) return;
  explained = undefined;
  note.hidePopover();
}

/** Puts the note away, unless the pointer or the focus comes back at once. */
export function hideTermSoon(): void {
  clearTimeout(closing);
  closing = setTimeout(hide, 150);
}

note.addEventListener("mouseenter", () => clearTimeout(closing));
note.addEventListener("mouseleave", hideTermSoon);
note.addEventListener("focusin", () => clearTimeout(closing));
note.addEventListener("focusout", hideTermSoon);
addEventListener("scroll", placePopover, { passive: true });
addEventListener("keydown", (event) => {
  if (event.key === "Escape") hide();
});
