import type { Page } from "playwright-core";
import { LessonPage, sourceOf } from "./lesson-page.ts";

/**
 * The states in which pages are looked at: by axe, for shifts, sideways scrolling and complaints of the console
 * (states.e2e.ts), and by people (`npm run pictures`). Every page of the built site is looked at as it opens without
 * being named here.
 *
 * To add a state, add a line to a walk, or a walk. The states of a walk are reached one after the other in one visit,
 * on desktop and phone, so `reach` says only what is done since the state before it. Names sort the pictures.
 */
export interface Walk {
  name: string;
  page: string;
  /** The site with its server and Kafka, or the same site from a plain file server. */
  place: "url" | "staticUrl";
  /** What happens before the page is opened: a server that refuses, something already remembered. */
  before?(page: Page): Promise<void>;
  states: State[];
}

export interface State {
  name: string;
  reach(lesson: LessonPage): Promise<void>;
}

const cart = "/lessons/create-and-read-only/";
const solved = /Right, on this log and on \d+ you have not seen/;

export const walks: Walk[] = [
  {
    name: "cart",
    page: cart,
    place: "url",
    states: [
      { name: "first-look", reach: async () => {} },
      { name: "stepped", reach: ({ page }) => steps(page, 3) },
      { name: "code", reach: async (lesson) => void (await lesson.editor()) },
      { name: "failing-check", reach: (lesson) => failWith(lesson, "cart-read-only", "wrong/twice") },
      { name: "smallest-log", reach: openSmallestLog },
      { name: "hints", reach: hints },
      { name: "solution-in-parts", reach: (lesson) => press(lesson, "First part of the solution") },
      { name: "passed", reach: passCart },
      { name: "other-ways", reach: otherWays },
      { name: "log", reach: appendOne },
      { name: "watch", reach: watchTwo },
      { name: "breakpoint", reach: stopWhere },
      { name: "console", reach: (lesson) => tab(lesson, "Console") },
      { name: "keys", reach: ({ bench }) => bench.locator("[data-keys-help]").click() },
    ],
  },
  {
    name: "cart-stopped",
    page: cart,
    place: "url",
    states: [
      { name: "throw", reach: (lesson) => stopWith(lesson, 'throw new Error("no such cart");') },
      { name: "syntax", reach: (lesson) => stopWith(lesson, "return {;") },
    ],
  },
  {
    name: "cart-predict",
    page: cart,
    place: "url",
    states: [
      { name: "asked", reach: ({ page }) => steps(page, 2) },
      { name: "form", reach: (lesson) => press(lesson, "Predict") },
      { name: "wrong", reach: (lesson) => press(lesson, "Predict offset 2") },
      { name: "difference", reach: openDifference },
    ],
  },
  {
    name: "cart-order",
    page: cart,
    place: "url",
    states: [
      { name: "lines", reach: orderLines },
      { name: "picked-up", reach: pickUpLine },
    ],
  },
  {
    name: "cart-busy",
    page: cart,
    place: "url",
    before: refuseRuns,
    states: [
      { name: "waiting", reach: ({ bench }) => bench.getByText(/The server is busy, trying/).waitFor() },
    ],
  },
  {
    name: "cart-recorded",
    page: cart,
    place: "staticUrl",
    states: [
      { name: "first-look", reach: async () => {} },
      { name: "failing-check", reach: (lesson) => failWith(lesson, "cart-read-only", "wrong/last-one") },
    ],
  },
  {
    name: "long-tape",
    page: "/exercises/bank-ledger/",
    place: "staticUrl",
    states: [
      { name: "first-look", reach: async () => {} },
      { name: "folded", reach: foldLongLog },
      { name: "by-key", reach: (lesson) => press(lesson, "by key") },
    ],
  },
  {
    name: "chess",
    page: "/lessons/chess/",
    place: "url",
    states: [
      { name: "first-look", reach: async () => {} },
      { name: "failing-check", reach: (lesson) => failWith(lesson, "chess-moves", "wrong/swaps") },
      { name: "difference", reach: openDifference },
    ],
  },
  {
    name: "cqrs",
    page: "/lessons/cqrs/",
    place: "url",
    states: [
      { name: "first-look", reach: async () => {} },
      { name: "failing-check", reach: (lesson) => failWith(lesson, "cart-decide", "wrong/exactly-three") },
    ],
  },
  {
    name: "playground",
    page: "/playground/",
    place: "url",
    states: [
      { name: "first-visit", reach: async () => {} },
      { name: "bad-lines", reach: pasteBadLines },
      { name: "share", reach: openShare },
    ],
  },
  {
    name: "ledger",
    page: "/exercises/bank-ledger/",
    place: "url",
    states: [{ name: "account", reach: (lesson) => solveAndStand(lesson, "bank-ledger") }],
  },
  {
    name: "hall",
    page: "/exercises/seat-booking/",
    place: "url",
    states: [{ name: "seats", reach: (lesson) => solveAndStand(lesson, "seat-booking") }],
  },
  {
    name: "scores",
    page: "/exercises/leaderboard/",
    place: "url",
    states: [{ name: "tables", reach: (lesson) => solveAndStand(lesson, "leaderboard") }],
  },
];

/** Opens the page of a walk; the workbench on it says where it folds. */
export async function begin(walk: Walk, page: Page, home: string): Promise<LessonPage> {
  await walk.before?.(page);
  const lesson = new LessonPage(page);
  await lesson.open(home + walk.page);
  return lesson;
}

async function steps(page: Page, count: number): Promise<void> {
  const next = page.getByRole("group", { name: "Transport" }).getByRole("button", { name: /^Step/ });
  for (let i = 0; i < count; i++) await next.click();
}

function press({ bench }: LessonPage, name: string): Promise<void> {
  return bench.getByRole("button", { name, exact: true }).click();
}

/** On a phone the tabs are one of three panes, and what opens more of them is in another. */
async function tab({ bench }: LessonPage, name: string): Promise<void> {
  const pane = async (title: string) => {
    const button = bench.getByRole("group", { name: "Show" }).getByRole("button", { name: title });
    if (await button.isVisible()) await button.click();
  };
  const wanted = bench.getByRole("tab", { name });
  if ((await wanted.count()) === 0) {
    await pane("State");
    await bench.getByRole("button", { name: "More", exact: true }).click();
  }
  await pane("Checks");
  await wanted.click();
}

async function foldLongLog(lesson: LessonPage): Promise<void> {
  await lesson.editor();
  await tab(lesson, "Log");
  await lesson.bench.getByRole("button", { name: /^1,\d{3} records$/ }).click();
  await lesson.bench.getByRole("slider", { name: "Part of the tape in sight" }).waitFor();
}

async function failWith(lesson: LessonPage, exercise: string, source: string): Promise<void> {
  await lesson.write(await sourceOf(exercise, source));
  await lesson.check();
  await lesson.bench.locator(".wb-verdict.bad").first().waitFor();
}

async function openSmallestLog(lesson: LessonPage): Promise<void> {
  await lesson.bench.getByRole("button", { name: /^Open the smallest log that fails/ }).click();
  await lesson.bench.getByText(/^The smallest log that fails/).waitFor();
}

async function openDifference({ bench }: LessonPage): Promise<void> {
  await bench.getByText("Expected against yours").first().click();
}

async function hints(lesson: LessonPage): Promise<void> {
  await tab(lesson, "Hints");
  await lesson.bench.getByRole("button", { name: /^Hint 1 of/ }).click();
}

async function passCart(lesson: LessonPage): Promise<void> {
  await lesson.write(await sourceOf("cart-read-only", "solution"));
  await lesson.check();
  await lesson.bench
    .getByText(solved)
    .or(lesson.bench.getByText(/^Passed after seeing/))
    .first()
    .waitFor();
}

async function otherWays({ bench }: LessonPage): Promise<void> {
  await bench.getByText(/^Other ways that pass/).click();
  await bench.locator("details.wb-way summary").first().click();
}

async function appendOne(lesson: LessonPage): Promise<void> {
  await tab(lesson, "Log");
  await lesson.bench.getByRole("button", { name: /^Append/ }).click();
  await lesson.bench
    .getByRole("list", { name: /newest first/ })
    .getByRole("listitem")
    .first()
    .waitFor();
}

async function watchTwo(lesson: LessonPage): Promise<void> {
  await tab(lesson, "Watch");
  const field = lesson.bench.getByLabel("New expression");
  for (const text of ["Object.keys(state.lines).length", "event.type"]) {
    await field.fill(text);
    await field.press("Enter");
    await lesson.bench.getByRole("slider", { name: `Course of ${text}` }).waitFor();
  }
}

async function stopWhere({ transport }: LessonPage): Promise<void> {
  await transport.getByRole("button", { name: "Stop where…" }).click();
  await transport.getByLabel("stop where").fill("state.lines.hat === 1");
  await transport.getByLabel("stop where").press("Enter");
  await transport.getByText(/^holds at/).waitFor();
}

async function stopWith(lesson: LessonPage, statement: string): Promise<void> {
  const starter = await sourceOf("cart-read-only", "starter");
  await lesson.write(
    starter.replace(
      /(export function evolve\([^{]*\{)/,
      `$1\n  if (event.metadata.position.offset === 2) ${statement}`,
    ),
  );
  await lesson.run();
  // The code holds the same words.
  const told = lesson.bench.locator(":not(textarea)").getByText(/no such cart|Line \d+/);
  await told.filter({ visible: true }).first().waitFor();
}

async function orderLines({ bench }: LessonPage): Promise<void> {
  await bench.getByRole("button", { name: "Open the code" }).click();
  const order = bench.getByRole("button", { name: "Order the lines" });
  if (await order.isVisible()) await order.click();
  await bench.getByRole("list", { name: "Lines to choose from" }).waitFor();
}

async function pickUpLine({ bench }: LessonPage): Promise<void> {
  const waiting = bench.getByRole("list", { name: "Lines to choose from" }).locator("[data-piece] button");
  await waiting.first().press("ArrowUp");
  await waiting.first().click();
}

/** Lines that are no records are told in the page's text, which on a phone is the other pane. */
async function pasteBadLines({ page }: LessonPage): Promise<void> {
  const text = page.getByRole("main").getByRole("button", { name: "Log", exact: true });
  if (await text.isVisible()) await text.click();
  await page
    .getByLabel("Records, one on each line")
    .fill('{"type":"RainFell","data":{"mm":4}}\noops\n{"type":"X"}');
  await page.getByRole("button", { name: "Put it on the tape" }).click();
  await page.getByText(/^Line 2 is not JSON/).waitFor();
}

async function openShare({ page, bench }: LessonPage): Promise<void> {
  const tab = page.getByRole("main").getByRole("button", { name: "Workbench", exact: true });
  if (await tab.isVisible()) await tab.click();
  await bench.getByRole("button", { name: "Share", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Copy link" }).waitFor();
  await page.getByText("A test from this fold").click();
}

/** The state that the solution comes to, as its domain draws it. */
async function solveAndStand(lesson: LessonPage, exercise: string): Promise<void> {
  await lesson.write(await sourceOf(exercise, "solution"));
  await lesson.run();
  await lesson.transport.getByText(/(\d+) of \1/).waitFor();
}

/** A server all of whose sandboxes are taken: every run is asked to come again in 30 seconds. */
async function refuseRuns(page: Page): Promise<void> {
  await page.routeWebSocket(/\/api\/ws$/, (client) => {
    const server = client.connectToServer();
    client.onMessage((text) => {
      const { kind, id } = JSON.parse(String(text));
      if (kind !== "run") return server.send(text);
      const problem = {
        kind: "problem",
        code: "busy",
        status: 503,
        type: "",
        title: "",
        detail: "",
        retryAfter: 30,
      };
      client.send(JSON.stringify({ id, message: problem }));
    });
  });
}
