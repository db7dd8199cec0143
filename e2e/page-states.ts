import type { Page } from "playwright-core";
import { LessonPage } from "./lesson-page.ts";
import {
  appendOne,
  ask,
  colourByKey,
  compare,
  failWith,
  foldLongLog,
  grabLine,
  hints,
  openDifference,
  openShare,
  openSmallestLog,
  orderLines,
  otherWays,
  passCart,
  pasteBadLines,
  press,
  refuseRuns,
  solveExercise,
  steps,
  stopWhere,
  stopWith,
  terminal,
  watchTwo,
  whatIf,
} from "./page-state-steps.ts";

/**
 * The states in which pages are looked at: by axe, for shifts, sideways scrolling and complaints of the console
 * (test-every-state.ts), and by people (`npm run pictures`). Every page of the built site is looked at as it opens without
 * being named here.
 *
 * To add a state, add a line to a walk, or a walk. The states of a walk are reached one after the other in one visit,
 * on desktop and phone, so `reach` says only what is done since the state before it. Names sort the pictures.
 */
export interface PageWalk {
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

export const walks: PageWalk[] = [
  {
    name: "cart",
    page: cart,
    place: "url",
    states: [
      { name: "first-look", reach: async () => {} },
      { name: "stepped", reach: ({ page }) => steps(page, 3) },
      { name: "code", reach: async (lesson) => void (await lesson.editor()) },
      { name: "failing-check", reach: (lesson) => failWith(lesson, "cart-read-only", "wrong/reverts-twice") },
      { name: "smallest-log", reach: openSmallestLog },
      { name: "hints", reach: hints },
      { name: "solution-in-parts", reach: (lesson) => press(lesson, "First part of the solution") },
      { name: "passed", reach: passCart },
      { name: "other-ways", reach: otherWays },
      { name: "log", reach: appendOne },
      { name: "watch", reach: watchTwo },
      { name: "breakpoint", reach: stopWhere },
      {
        name: "explore",
        reach: (lesson) => lesson.openTool("Console").then(() => press(lesson, "All tools")),
      },
      { name: "console", reach: (lesson) => lesson.openTool("Console") },
      { name: "what-if", reach: whatIf },
      { name: "compare", reach: compare },
      { name: "read-model", reach: (lesson) => lesson.openTool("Read model") },
      { name: "terminal", reach: terminal },
      { name: "keys", reach: ({ bench }) => bench.locator("[data-keys-help]").click() },
      { name: "ask", reach: ask },
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
      { name: "picked-up", reach: grabLine },
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
      {
        name: "failing-check",
        reach: (lesson) => failWith(lesson, "cart-read-only", "wrong/reverts-last-addition"),
      },
    ],
  },
  {
    name: "long-tape",
    page: "/exercises/bank-ledger/",
    place: "staticUrl",
    states: [
      { name: "first-look", reach: async () => {} },
      { name: "folded", reach: foldLongLog },
      { name: "by-key", reach: colourByKey },
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
    states: [{ name: "account", reach: (lesson) => solveExercise(lesson, "bank-ledger") }],
  },
  {
    name: "hall",
    page: "/exercises/seat-booking/",
    place: "url",
    states: [{ name: "seats", reach: (lesson) => solveExercise(lesson, "seat-booking") }],
  },
  {
    name: "scores",
    page: "/exercises/leaderboard/",
    place: "url",
    states: [{ name: "tables", reach: (lesson) => solveExercise(lesson, "leaderboard") }],
  },
];

/** Opens the page of a walk; the workbench on it says where it folds. */
export async function openWalkPage(walk: PageWalk, page: Page, home: string): Promise<LessonPage> {
  await walk.before?.(page);
  const lesson = new LessonPage(page);
  await lesson.open(home + walk.page);
  return lesson;
}
