import { glossaryWords } from "../../../../language/english/glossary.ts";
import { pathTo } from "../../frame/paths.ts";

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

function show(word: HTMLElement): void {
  clearTimeout(closing);
  if (explained === word) return;
  explained = word;
  sentence.textContent =
    document.getElementById(word.getAttribute("aria-describedby") ?? "")?.textContent ?? "";
  link.href = pathTo(`/glossary/#${word.dataset.place}`);
  // Behind its word: Tab goes from the word to the note's link.
  word.after(note);
  note.showPopover();
  place();
}

/** Below the word, above it where there is no room, and never out of the window. */
function place(): void {
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

function hideSoon(): void {
  clearTimeout(closing);
  closing = setTimeout(hide, 150);
}

for (const word of document.querySelectorAll<HTMLElement>(".term")) {
  word.addEventListener("mouseenter", () => show(word));
  word.addEventListener("focus", () => show(word));
  word.addEventListener("click", () => show(word));
  word.addEventListener("mouseleave", hideSoon);
  word.addEventListener("blur", hideSoon);
}
note.addEventListener("mouseenter", () => clearTimeout(closing));
note.addEventListener("mouseleave", hideSoon);
note.addEventListener("focusin", () => clearTimeout(closing));
note.addEventListener("focusout", hideSoon);
addEventListener("scroll", place, { passive: true });
addEventListener("keydown", (event) => {
  if (event.key === "Escape") hide();
});
