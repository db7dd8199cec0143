import { expect, inject, test } from "vitest";
import { LessonPage } from "./lesson-page.ts";
import { openVisitors } from "./visitor.ts";

const visitor = openVisitors();

/** The reducer of the cart lesson with something else at the record of offset 2. */
const upToOffset2 = (statement: string) => `export function initialState() {
  return { lines: {} };
}
export function evolve(cart: any, event: any) {
  if (event.metadata.position.offset === 2) ${statement}
  return { lines: { ...cart.lines, [event.metadata.id]: 1 } };
}
`;

const mistakes = [
  ["an endless loop", upToOffset2("for (;;);"), /past the step limit|was stopped/],
  ["a throw", upToOffset2('throw new Error("no such cart");'), /no such cart/],
  ["undefined returned", upToOffset2("return;"), /returned undefined. Is a return missing/],
  ["a TypeError, which the types would have shown", upToOffset2("return cart.nothing.at.all;"), /TypeError/],
] as const;

test.each(mistakes)(
  "%s is described in a clear sentence, and the steps before it are kept",
  async (_what, source, says) => {
    const { page, complaints, close } = await visitor();
    const lesson = new LessonPage(page);
    await lesson.open(`${inject("url")}/lessons/create-and-read-only/`);
    await lesson.write(source);
    await lesson.run();
    await lesson.bench.getByText(says).first().waitFor();
    await lesson.bench.getByRole("button", { name: /^offset 1\b/ }).click();
    await expect.poll(() => lesson.place()).toContain("offset 1");
    await lesson.bench.getByText("e1", { exact: true }).first().waitFor();
    expect(complaints).toEqual([]);
    await close();
  },
);

test("a syntax error is reported with its line", async () => {
  const { page, close } = await visitor();
  const lesson = new LessonPage(page);
  await lesson.open(`${inject("url")}/lessons/create-and-read-only/`);
  await lesson.write("export function initialState() {\n  return { lines: {} ;\n}\n");
  await lesson.run();
  await lesson.bench
    .getByText(/Line 2/)
    .first()
    .waitFor();
  await close();
});
