// A lesson's workbench for a room: large type, and the state after each step only once somebody asks for it.
import { present as words } from "../../../language/english/present.ts";
import { addStylesheetLink } from "../frame/add-stylesheet-link.ts";
import sheet from "./present.css?url";

const root = document.documentElement;
const bench = document.getElementById("workbench");

/** What changes with every step and only then: where the transport says one stands. */
function placeNow(): string {
  return bench?.querySelector(".wb-transport")?.textContent ?? "";
}

function setAnswer(shown: boolean): void {
  root.dataset.answer = shown ? "shown" : "hidden";
  const button = document.querySelector("[data-present-answer]");
  if (button) button.firstChild?.replaceWith(shown ? words.hide : words.show);
}

function bar(leave: () => void): HTMLElement {
  const made = document.createElement("header");
  made.className = "present-bar";
  const title = document.createElement("h1");
  title.textContent = document.querySelector("h1")?.textContent ?? "";
  const keys = document.createElement("p");
  keys.className = "keys";
  keys.textContent = words.keys;
  const answer = button(words.show, "h", () => setAnswer(root.dataset.answer === "hidden"));
  answer.dataset.presentAnswer = "";
  const tools = document.createElement("div");
  tools.role = "toolbar";
  tools.ariaLabel = words.bar;
  tools.append(answer, button(words.leave, "Esc", leave));
  made.append(title, keys, tools);
  return made;
}

function button(name: string, key: string, act: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "action quiet";
  const sign = document.createElement("kbd");
  sign.textContent = key;
  made.append(name, sign);
  made.addEventListener("click", act);
  return made;
}

/** How often, in milliseconds, and how many times the workbench is asked whether it hears already. */
const asking = { every: 100, times: 100 };

/** Opens one code pane beside the state, as the lesson's text does, and puts focus in the tape, where the keys act. */
function openCode(bench: HTMLElement): void {
  const link = document.querySelector<HTMLElement>(".open [data-open-exercise]");
  let times = 0;
  const again = setInterval(() => {
    const isOpen = bench.querySelector(".with-code") !== null;
    if (!isOpen) link?.click();
    if (!isOpen && link && ++times < asking.times) return;
    clearInterval(again);
    bench.querySelector<HTMLElement>(".lane button")?.focus({ preventScroll: true });
  }, asking.every);
}

/** Shows the page to the room until `Esc` or the button ends it. */
export function startPresenting(): void {
  if (!bench) return;
  addStylesheetLink(sheet);
  root.dataset.present = "";
  root.style.setProperty("--present-ask", JSON.stringify(words.ask));
  const shown = bar(leave);
  document.body.prepend(shown);
  setAnswer(true);
  openCode(bench);
  let place = placeNow();
  const steps = new MutationObserver(() => {
    const now = placeNow();
    if (now !== place) setAnswer(false);
    place = now;
  });
  steps.observe(bench, { subtree: true, childList: true, characterData: true });
  document.addEventListener("keydown", onKeyDown);

  function onKeyDown({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent): void {
    const typing = target instanceof Element && target.closest("input, textarea, select, .wb-code") !== null;
    if (typing || ctrlKey || metaKey || altKey) return;
    if (key === "h") setAnswer(root.dataset.answer === "hidden");
    else if (key === "Escape" && !document.querySelector("dialog[open], :popover-open")) leave();
  }

  function leave(): void {
    steps.disconnect();
    document.removeEventListener("keydown", onKeyDown);
    shown.remove();
    delete root.dataset.present;
    delete root.dataset.answer;
    history.replaceState(null, "", location.pathname);
    bench?.focus({ preventScroll: true });
  }
}
