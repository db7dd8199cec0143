import type { Page } from "playwright-core";
import { type LessonPage, sourceOf } from "./lesson-page.ts";

/** How the states of page-states.ts are reached, each from the one before it. */

const solved = /Right on this log and on \d+ generated logs/;

export async function steps(page: Page, count: number): Promise<void> {
  const next = page.getByRole("group", { name: "Transport" }).getByRole("button", { name: /^Step/ });
  for (let i = 0; i < count; i++) await next.click();
}

export function press({ bench }: LessonPage, name: string): Promise<void> {
  return bench.getByRole("button", { name, exact: true }).click();
}

/** On a phone the choice of colours comes with the high cards. */
export async function colourByKey(lesson: LessonPage): Promise<void> {
  const choice = lesson.bench.getByRole("button", { name: "key", exact: true });
  if (!(await choice.isVisible())) await press(lesson, "Show what the records hold");
  await choice.click();
}

export async function foldLongLog(lesson: LessonPage): Promise<void> {
  await lesson.editor();
  await lesson.openTab("Log");
  await lesson.bench.getByRole("button", { name: /^1,\d{3} records$/ }).click();
  await lesson.bench.getByRole("slider", { name: "Visible part of the tape" }).waitFor();
}

export async function failWith(lesson: LessonPage, exercise: string, source: string): Promise<void> {
  await lesson.write(await sourceOf(exercise, source));
  await lesson.check();
  await lesson.bench.locator(".wb-verdict.bad").first().waitFor();
}

export async function openSmallestLog(lesson: LessonPage): Promise<void> {
  await lesson.bench.getByRole("button", { name: /^Open the smallest log on which your code fails/ }).click();
  await lesson.bench.getByText(/^The smallest log on which your code fails/).waitFor();
}

export async function openDifference({ bench }: LessonPage): Promise<void> {
  await bench
    .getByText(/^(Expected, and what your code returned|The state, and what you predicted)$/)
    .first()
    .click();
}

export async function hints(lesson: LessonPage): Promise<void> {
  await lesson.openTab("Checks");
  await lesson.bench.getByRole("button", { name: /^Hint 1 of/ }).click();
}

export async function passCart(lesson: LessonPage): Promise<void> {
  await lesson.write(await sourceOf("cart-read-only", "solution"));
  await lesson.check();
  await lesson.bench
    .getByText(solved)
    .or(lesson.bench.getByText(/^Passed after seeing/))
    .first()
    .waitFor();
}

export async function otherWays({ bench }: LessonPage): Promise<void> {
  await bench.getByText(/^Other solutions that pass/).click();
  await bench.locator("details.wb-way summary").first().click();
}

export async function appendOne(lesson: LessonPage): Promise<void> {
  await lesson.openAppendForm();
  await lesson.bench.getByRole("button", { name: /^Append to/ }).click();
  await lesson.bench
    .getByRole("list", { name: /newest first/ })
    .getByRole("listitem")
    .first()
    .waitFor();
}

export async function watchTwo(lesson: LessonPage): Promise<void> {
  await lesson.openTool("Watch");
  const field = lesson.bench.getByLabel("New expression");
  for (const text of ["Object.keys(state.lines).length", "event.type"]) {
    await field.fill(text);
    await field.press("Enter");
    await lesson.bench.getByRole("slider", { name: `Values of ${text}` }).waitFor();
  }
}

export async function stopWhere({ transport }: LessonPage): Promise<void> {
  await transport.getByRole("button", { name: "Stop where…" }).click();
  await transport.getByLabel("stop where").fill("state.lines.hat === 1");
  await transport.getByLabel("stop where").press("Enter");
  await transport.getByText(/^true at/).waitFor();
}

export async function stopWith(lesson: LessonPage, statement: string): Promise<void> {
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

export async function orderLines({ bench }: LessonPage): Promise<void> {
  await bench.getByRole("button", { name: "Open the code" }).click();
  const order = bench.getByRole("button", { name: "Sort ready lines" });
  if (await order.isVisible()) await order.click();
  await bench.getByRole("list", { name: "Lines to choose from" }).waitFor();
}

export async function grabLine({ bench }: LessonPage): Promise<void> {
  const waiting = bench.getByRole("list", { name: "Lines to choose from" }).locator("[data-piece] button");
  await waiting.first().press("ArrowUp");
  await waiting.first().click();
}

/** Lines that are no records are told in the page's text, which on a phone is the other pane. */
export async function pasteBadLines({ page }: LessonPage): Promise<void> {
  const text = page.getByRole("main").getByRole("button", { name: "Log", exact: true });
  if (await text.isVisible()) await text.click();
  await page
    .getByLabel("Records, one on each line")
    .fill('{"type":"RainFell","data":{"mm":4}}\noops\n{"type":"X"}');
  await page.getByRole("button", { name: "Load these records" }).click();
  await page.getByText(/^Line 2 is not JSON/).waitFor();
}

export async function openShare({ page, bench }: LessonPage): Promise<void> {
  const tab = page.getByRole("main").getByRole("button", { name: "Workbench", exact: true });
  if (await tab.isVisible()) await tab.click();
  await bench.getByRole("button", { name: "Share", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Copy link" }).waitFor();
  await page.getByText("A test of your code, for your own project").click();
}

/** The state that the solution comes to, as its domain draws it. */
export async function solveExercise(lesson: LessonPage, exercise: string): Promise<void> {
  await lesson.write(await sourceOf(exercise, "solution"));
  await lesson.run();
  await lesson.transport.getByText(/· (\d+) of \1(?!\d)/).waitFor();
}

/** A server all of whose sandboxes are taken: every run is asked to come again in 30 seconds. */
export async function refuseRuns(page: Page): Promise<void> {
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

export async function whatIf(lesson: LessonPage): Promise<void> {
  await lesson.openTool("What if");
  const rows = lesson.bench.getByRole("list", { name: "the log and the copy, step by step" });
  await rows.getByRole("button", { name: /4 ItemRemoved/ }).click();
  await lesson.bench.getByRole("button", { name: "Leave out" }).click();
  await lesson.bench
    .getByText(/the state is different from offset 4 on/)
    .first()
    .waitFor();
}

export async function compare(lesson: LessonPage): Promise<void> {
  await lesson.openTool("Compare");
  await lesson.bench
    .getByText(/No difference:/)
    .first()
    .waitFor();
}

export async function terminal(lesson: LessonPage): Promise<void> {
  await lesson.openTool("Terminal");
  await lesson.bench.getByRole("textbox", { name: /^Terminal: type a command/ }).waitFor();
}

export async function ask({ bench, page }: LessonPage): Promise<void> {
  await page.keyboard.press("Escape");
  await bench.getByRole("button", { name: "Ask someone", exact: true }).click();
  await page
    .getByRole("dialog")
    .getByText(/Question|smallest|Exercise/i)
    .first()
    .waitFor();
}
