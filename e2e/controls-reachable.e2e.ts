import { expect, inject, test } from "vitest";
import { expectControlsReachable } from "./control-assertions.ts";
import { openWalkPage, type PageWalk, walks } from "./page-states.ts";
import { openVisitors, phone } from "./visitor.ts";

const visitor = openVisitors();

/** Text and workbench are side by side. */
const wide = [
  { width: 1_280, height: 720 },
  { width: 1_366, height: 768 },
  { width: 1_440, height: 900 },
  { width: 1_920, height: 1_080 },
];
/** One of the two at a time. The last is a laptop's window at twice the zoom. */
const narrow = [
  { width: 1_024, height: 768 },
  phone,
  { width: 320, height: 640 },
  { width: 683, height: 384 },
];

/** The states that are looked at in all windows, by the name of their walk: those that a learner is in for long. */
const looked: Record<string, string[]> = {
  cart: ["first-look", "code", "failing-check", "passed", "log", "watch", "breakpoint", "explore", "what-if"],
  "cart-stopped": ["throw"],
  "cart-order": ["lines"],
  "cart-recorded": ["failing-check"],
  chess: ["first-look", "failing-check"],
  playground: ["first-visit", "bad-lines"],
  ledger: ["account"],
};
const chosen = walks.filter(({ name }) => looked[name]).map((walk) => [walk.name, walk] as const);

test("every state that is looked at is a state of its walk", () => {
  expect(chosen.map(([name]) => name).sort()).toEqual(Object.keys(looked).sort());
  for (const [name, walk] of chosen)
    expect(walk.states.map((state) => state.name)).toEqual(expect.arrayContaining(looked[name] ?? []));
});

test.each(chosen)("beside the text every control of the walk %s can be reached", (name, walk) =>
  expectReachable(name, walk, wide, false),
);

test.each(chosen)(
  "in a narrow window and at twice the zoom every control of the walk %s can be reached",
  (name, walk) => expectReachable(name, walk, narrow, true),
);

test("a chess board is seen whole beside the text, before the code is opened", async () => {
  const { page, close } = await visitor({ viewport: wide[0] });
  const chess = chosen.find(([name]) => name === "chess")?.[1] as PageWalk;
  const { bench } = await openWalkPage(chess, page, inject(chess.place));
  const board = bench.locator(".wb-view-board").first();
  await board.waitFor();
  for (const window of wide) {
    await page.setViewportSize(window);
    await expect
      .poll(() =>
        board.evaluate((element) => {
          const pane = element.closest(".wb-state-scroll")?.getBoundingClientRect();
          return (pane?.bottom ?? 0) - element.getBoundingClientRect().bottom;
        }),
      )
      .toBeGreaterThanOrEqual(0);
  }
  await close();
});

async function expectReachable(
  name: string,
  walk: PageWalk,
  windows: { width: number; height: number }[],
  touch: boolean,
): Promise<void> {
  const { page, close } = await visitor({ viewport: touch ? phone : windows[0], touch });
  const lesson = await openWalkPage(walk, page, inject(walk.place));
  const last = walk.states.findLastIndex((state) => looked[name]?.includes(state.name));
  for (const state of walk.states.slice(0, last + 1)) {
    await state.reach(lesson);
    if (!looked[name]?.includes(state.name)) continue;
    const before = page.viewportSize();
    for (const window of windows) {
      await page.setViewportSize(window);
      await page.waitForFunction((width) => innerWidth === width, window.width);
      await expectControlsReachable(page, `${name}, ${state.name}`);
    }
    if (before) await page.setViewportSize(before);
  }
  await close();
}
