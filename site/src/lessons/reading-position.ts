// Remembers the place in a lesson: by the nearest heading or paragraph above, so that a reflowed page still finds it.
import { readRemembered, remember } from "../storage/remembered-value.ts";

interface Place {
  /** Which block of the prose stood at the top of the window, and by how many pixels it had gone past it. */
  block: number;
  past: number;
  part: string;
}

const prose = document.querySelector<HTMLElement>("[data-reading]");
const slug = document.querySelector<HTMLElement>("[data-lesson]")?.dataset.lesson;
// A figure counts as one block: what stands inside it changes as one plays.
const inside = "p, h2, h3, li, pre, table, astro-island";
const blocks = prose
  ? [...prose.querySelectorAll<HTMLElement>(inside)].filter(
      (block) => !block.parentElement?.closest("astro-island"),
    )
  : [];
const links = [...document.querySelectorAll<HTMLAnchorElement>("[data-part-link]")];
const parts = [...document.querySelectorAll<HTMLElement>("[data-part]")];
const key = `reading/${slug}`;
const bar = 120;

function currentPart(): string {
  return parts.findLast((part) => part.getBoundingClientRect().top < innerHeight / 3)?.dataset.part ?? "";
}

function markPart(part: string): void {
  for (const link of links) {
    if (link.dataset.partLink === part) link.setAttribute("aria-current", "location");
    else link.removeAttribute("aria-current");
  }
}

function goTo({ block, past }: Place): void {
  const top = blocks[block]?.getBoundingClientRect().top;
  if (top !== undefined) scrollTo(0, scrollY + top + past - bar);
}

/** Shows the way back to the place of the last visit, until the reader goes anywhere. */
function offer(place: Place): void {
  const link = document.querySelector<HTMLElement>("[data-resume]");
  if (!link) return;
  link.hidden = false;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    goTo(place);
  });
  // Its line stays, so that nothing moves.
  const hide = () => {
    link.hidden = true;
  };
  addEventListener("scroll", hide, { once: true, passive: true });
}

type Facts = typeof import("../progress/note-lesson-progress.ts");

/** What notes is loaded when there is something to note; without it the page works, and only forgets. */
const facts = (note: (facts: Facts) => void) =>
  void import("../progress/note-lesson-progress.ts").then(note, () => {});

function note(): void {
  if (!prose || prose.offsetParent === null) return;
  // A part has been read when its end stood on screen: whoever jumps past it has not read it.
  const ended = parts.filter((each) => {
    const { bottom } = each.getBoundingClientRect();
    return bottom > bar && bottom <= innerHeight;
  });
  const names = ended.map(({ dataset }) => dataset.part ?? "");
  if (slug && names.length > 0) facts(({ noteRead }) => noteRead(slug, names));
  const part = currentPart();
  markPart(part);
  const block = blocks.findLastIndex(
    (element) => element.getClientRects().length > 0 && element.getBoundingClientRect().top <= bar,
  );
  const top = blocks[block]?.getBoundingClientRect().top;
  if (top === undefined || scrollY < 200) return;
  remember(key, { block, past: bar - top, part } satisfies Place);
}

if (prose && slug) {
  // A lesson is opened once somebody does something in it.
  const opened = () => facts(({ noteOpened }) => noteOpened(slug));
  for (const deed of ["scroll", "pointerdown", "keydown"])
    addEventListener(deed, opened, { once: true, passive: true });
  const place = readRemembered<Place>(key);
  const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  if (place && (location.hash === "#continue" || (entry?.type === "reload" && !location.hash))) {
    document.fonts.ready.then(() => goTo(place));
  } else if (place && !location.hash) {
    offer(place);
  }
  let waiting: ReturnType<typeof setTimeout> | undefined;
  addEventListener(
    "scroll",
    () => {
      clearTimeout(waiting);
      waiting = setTimeout(note, 150);
    },
    { passive: true },
  );
}
