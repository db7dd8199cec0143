import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { LessonPage, leaving, sourceOf } from "./lesson-page.ts";
import { openVisitors } from "./visitor.ts";

const visitor = openVisitors();
const lessonUrl = `${inject("url")}/lessons/create-and-read-only/`;

// biome-ignore lint/suspicious/noExplicitAny: frames of the page's conversation, read as they are.
type Frame = any;

/** Keeps what a page hears from the server about its runs, into `received` in the order of arrival. */
function listen(page: Page, who: string, received: { who: string; message: Frame }[]): void {
  page.on("websocket", (socket) =>
    socket.on("framereceived", ({ payload }) => {
      const { message } = JSON.parse(String(payload)) as Frame;
      // The lines that a run went through are asked for after it, and end on their own.
      if (message && message.kind !== "lines" && !("missing" in message)) received.push({ who, message });
    }),
  );
}

test("an endless loop of one visitor is stopped with its earlier steps kept, and a good run of another ends before it", async () => {
  const received: { who: string; message: Frame }[] = [];
  const looping = await visitor();
  const working = await visitor();
  listen(looping.page, "looping", received);
  listen(working.page, "working", received);
  const lessons = { looping: new LessonPage(looping.page), working: new LessonPage(working.page) };
  await lessons.looping.open(lessonUrl);
  await lessons.working.open(lessonUrl);
  await lessons.working.write(await sourceOf("cart-read-only", "solution"));
  await lessons.looping.write(
    leaving("kept").replace(
      "  return { lines: { ...",
      // A loop inside a built-in: only the kill from outside ends it, long after the other's run.
      "  if (event.metadata.position.offset === 5) [].reverse.call({ length: 2 ** 53 - 1 });\n  return { lines: { ...",
    ),
  );
  const ends = () => received.filter(({ message }) => message.kind === "end").map(({ who }) => who);
  // The folds that began when the pages opened are over.
  await expect.poll(() => new Set(ends())).toEqual(new Set(["looping", "working"]));
  received.length = 0;

  await lessons.looping.run();
  await expect.poll(() => received.some(({ who }) => who === "looping"), { interval: 5 }).toBe(true);
  // Without the mouse's way to the button: the loop is under way.
  await lessons.working.bench.getByRole("button", { name: /^Run/ }).dispatchEvent("click");
  await expect.poll(() => ends().length).toBe(2);
  expect(ends()).toEqual(["working", "looping"]);

  const messagesOf = (who: string) => received.filter((one) => one.who === who).map(({ message }) => message);
  const records = messagesOf("working").find(({ kind }) => kind === "start")?.records ?? 8;
  expect(messagesOf("working").filter(({ kind }) => kind === "step")).toHaveLength(records);
  expect(messagesOf("working").at(-1)).toMatchObject({ verdict: "ok", steps: records });
  expect(messagesOf("looping").at(-1)).toMatchObject({ verdict: "time-limit", steps: 5 });
  await lessons.looping.bench
    .getByText(/past the step limit|was stopped/)
    .first()
    .waitFor();
  await lessons.looping.bench.getByRole("button", { name: /^offset 4\b/ }).click();
  await lessons.looping.bench.getByText(/-kept/).first().waitFor();
  await Promise.all([looping.close(), working.close()]);
});
