// Tells the workbench which scene the reader has come to, and which one they opened within the text.
import { $openStrip, $sceneInText, type Scene } from "../exercise/scene.ts";

const scenes = new Map<Element, Scene>();
for (const section of document.querySelectorAll<HTMLElement>("[data-scene]"))
  scenes.set(section, JSON.parse(section.dataset.scene ?? "{}"));
const sections = [...scenes.keys()];
/** The scene before the first part: it counts from the top of the page on, wherever the head of the lesson ends. */
const opening = sections.find((section) => !section.closest("[data-part]"));
const workbench = document.getElementById("workbench");
const inView = new Set<Element>();

function showNewest(): void {
  const section = sections.findLast((each) => inView.has(each)) ?? (scrollY === 0 ? opening : undefined);
  const isBeside = matchMedia("(min-width: 68rem)").matches && workbench?.checkVisibility();
  if (section && isBeside) $sceneInText.set(scenes.get(section) ?? null);
}

// A section counts while it crosses the upper middle of the window, and the one that begins last counts first.
const observer = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) inView[isIntersecting ? "add" : "delete"](target);
    showNewest();
  },
  { rootMargin: "-10% 0px -50% 0px" },
);

for (const [section, scene] of scenes) {
  observer.observe(section);
  const strip = section.querySelector<HTMLDetailsElement>("[data-scene-strip]");
  const host = strip?.querySelector<HTMLElement>("[data-scene-host]");
  if (strip && host) keepTextAbove(strip, host);
  strip?.addEventListener("toggle", () => {
    if (strip.open && host) $openStrip.set({ scene, host });
    else if ($openStrip.get()?.host === host) $openStrip.set(null);
  });
}

/** A strip at the lower edge grows upward, over the text that is being read: the page scrolls by as much. */
function keepTextAbove(strip: HTMLDetailsElement, host: HTMLElement): void {
  let height = 0;
  new ResizeObserver(() => {
    const grown = (strip.open ? host.offsetHeight : 0) - height;
    height += grown;
    const isAtEdge = strip.getBoundingClientRect().bottom >= innerHeight - 1;
    if (grown > 0 && isAtEdge) scrollBy({ top: grown, behavior: "instant" });
  }).observe(host);
}
