import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

/** In a window at least this large the code has at least this height, in CSS pixels. */
const roomy = { width: 1_280, height: 720 };
const leastCodeHeight = 300;

/** Every control of the page can be clicked at its centre, none lies over another, and the code has its height. */
export async function expectControlsReachable(page: Page, where: string): Promise<void> {
  const window = page.viewportSize();
  if (!window) throw new Error("A page without a window has no size.");
  const at = `${where}, ${window.width} × ${window.height}`;
  await page.evaluate(paint);
  expect(await page.evaluate(findCovered), `${at}: controls that something covers`).toEqual([]);
  expect(await page.evaluate(findOverlaps), `${at}: controls that overlap`).toEqual([]);
  if (window.width < roomy.width || window.height < roomy.height) return;
  const heights = await page.evaluate(measureCode);
  expect(Math.min(...heights), `${at}: height of the code`).toBeGreaterThanOrEqual(leastCodeHeight);
}

/** Whether the whole of a control is seen as the page stands, without scrolling. */
export function isInSight(control: Locator): Promise<boolean> {
  return control.evaluate((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const corners = [
      [left + 2, top + 2],
      [right - 2, bottom - 2],
    ] as const;
    return corners.every(([x, y]) => element.contains(document.elementFromPoint(x, y)));
  });
}

// What follows runs in the page, and knows nothing of this file beyond itself.

function paint(): Promise<void> {
  return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
}

function measureCode(): number[] {
  const editors = [...document.querySelectorAll(".wb-editor, .wb-plain, .wb-order")];
  return editors.filter((each) => each.checkVisibility()).map((each) => each.getBoundingClientRect().height);
}

/**
 * Scrolls to each control and asks the browser what is at its centre: the control, something in it, or its label. Before
 * that, nothing in the workbench may cover a control as it is, without scrolling.
 */
function findCovered(): string[] {
  const controls = [
    ...document.querySelectorAll<HTMLElement>(
      "a[href], button, input, select, textarea, summary, [role=slider], [role=separator]",
    ),
  ].filter(
    (control) =>
      control.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      // The inner parts of the editor and of the terminal are their own; a skip link is there once it has focus.
      !control.closest(".monaco-editor, .xterm, .sr-only, .skip-text, .skip, [inert]"),
  );
  const centre = (control: HTMLElement) => {
    // A link may begin at the end of a line: its first piece is taken.
    const box = control.getClientRects()[0] ?? control.getBoundingClientRect();
    return { x: box.left + box.width / 2, y: box.top + box.height / 2, ...{ w: box.width, h: box.height } };
  };
  const isInSight = (control: HTMLElement, x: number, y: number) => {
    if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return false;
    // What scrolls under the bar that stays above the code is out of sight.
    const bar = control.closest(".wb-pane.code")?.querySelector(".wb-code-bar");
    if (bar && !bar.contains(control) && getComputedStyle(bar).position === "sticky")
      if (y < bar.getBoundingClientRect().bottom + 1) return false;
    for (let box = control.parentElement; box; box = box.parentElement) {
      if (getComputedStyle(box).overflow === "visible") continue;
      const { left, right, top, bottom } = box.getBoundingClientRect();
      // Half a pixel from the edge is neither in sight nor out of it: the browser rounds what it draws and what it hits.
      if (x < left + 1 || x > right - 1 || y < top + 1 || y > bottom - 1) return false;
    }
    return true;
  };
  const name = (element: Element | null) =>
    element
      ? `${element.localName}.${element.getAttribute("class") ?? ""} “${(element.getAttribute("aria-label") ?? element.textContent ?? "").trim().slice(0, 30)}”`
      : "nothing";
  const cover = (control: HTMLElement): string | null => {
    const { x, y, w, h } = centre(control);
    if (w < 1 || h < 1 || !isInSight(control, x, y)) return null;
    const hit = document.elementFromPoint(x, y);
    const label = hit?.closest("label")?.control === control;
    return control.contains(hit) || label ? null : `${name(control)} lies under ${name(hit)}`;
  };
  const inWorkbench = controls.filter((control) => control.closest(".workbench"));
  const covered = inWorkbench.flatMap((control) => cover(control) ?? []);
  const places = new Map<Element, [number, number]>();
  for (const control of controls) {
    for (let box = control.parentElement; box; box = box.parentElement)
      if (!places.has(box)) places.set(box, [box.scrollLeft, box.scrollTop]);
    control.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
    const found = cover(control);
    if (found) covered.push(found);
  }
  for (const [box, [left, top]] of places) box.scrollTo({ left, top, behavior: "instant" });
  return [...new Set(covered)];
}

/** Pairs of controls of the workbench that are drawn over each other by more than a hair. */
function findOverlaps(): string[] {
  const hair = 2;
  const seen = (control: Element) => {
    let { left, right, top, bottom } = control.getBoundingClientRect();
    for (let box = control.parentElement; box; box = box.parentElement) {
      if (getComputedStyle(box).overflow === "visible") continue;
      const clip = box.getBoundingClientRect();
      left = Math.max(left, clip.left);
      right = Math.min(right, clip.right);
      top = Math.max(top, clip.top);
      bottom = Math.min(bottom, clip.bottom);
    }
    // What scrolls under the bar that stays above the code is seen from the bar's lower edge on.
    const bar = control.closest(".wb-pane.code")?.querySelector(".wb-code-bar");
    if (bar && !bar.contains(control) && getComputedStyle(bar).position === "sticky")
      top = Math.max(top, bar.getBoundingClientRect().bottom);
    return { control, left, right, top, bottom };
  };
  const boxes = [
    ...document.querySelectorAll(".workbench :is(button, input, select, textarea, summary, a[href])"),
  ]
    .filter((each) => each.checkVisibility() && !each.closest(".monaco-editor, .xterm, .sr-only"))
    .map(seen)
    .filter(({ left, right, top, bottom }) => right - left > hair && bottom - top > hair);
  const name = ({ control }: { control: Element }) =>
    `${control.localName} “${(control.getAttribute("aria-label") ?? control.textContent ?? "").trim().slice(0, 30)}”`;
  return boxes.flatMap((one, i) =>
    boxes
      .slice(i + 1)
      .filter(
        (other) =>
          !one.control.contains(other.control) &&
          Math.min(one.right, other.right) - Math.max(one.left, other.left) > hair &&
          Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > hair,
      )
      .map((other) => `${name(one)} and ${name(other)}`),
  );
}
