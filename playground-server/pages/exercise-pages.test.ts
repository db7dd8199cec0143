import { afterAll, beforeAll, expect, test } from "vitest";
import { PackFolder } from "../../exercises/testing/pack-folder.ts";
import { lines, noKafka, openTestServer, type TestServer } from "../testing/test-playground.ts";
import { highlightTypeScript } from "./highlight-typescript.ts";
import { markdownToHtml } from "./markdown-to-html.ts";

let pack: PackFolder;
let server: TestServer;
beforeAll(async () => {
  pack = await PackFolder.make();
  await pack.add("rain");
  server = await openTestServer(noKafka, { packs: [pack.path] });
});
afterAll(async () => {
  await server.close();
  await pack.remove();
});

const page = async (id: string) => (await server.app.inject(`/api/exercises/${id}/page`)).json();

test("the page of a pack's exercise brings texts as HTML, its log and the starter's fold over it", async () => {
  const { exercise, records, trace } = await page("rain");
  expect(exercise).toMatchObject({ id: "rain", title: "Rain", topic: "course.rain", partitions: 1 });
  expect(exercise.readmeHtml).toContain("Add what <strong>fell</strong>.");
  expect(exercise.hints).toEqual(["<p>What does the record say?</p>"]);
  expect(exercise.checks).toEqual([{ id: "fell", title: "It rained." }]);
  expect(records).toHaveLength(2);
  expect(trace.steps).toHaveLength(2);
  expect(trace.end).toMatchObject({ verdict: "ok", state: 0 });
});

test("the solution, the wrong answers and what checks say are no part of it", async () => {
  const text = JSON.stringify(await page("rain"));
  expect(text).not.toContain("level + event.data.mm");
  expect(text).not.toContain("How much fell?");
});

test("a change in the folder is there at the next look", async () => {
  await pack.write("rain/README.md", "Sum up the rain.");
  await pack.write("rain/messages.ts", 'export const words = "It poured.";');
  const { exercise } = await page("rain");
  expect(exercise.readmeHtml).toBe("<p>Sum up the rain.</p>");
  expect(exercise.checks[0].title).toBe("It poured.");
});

test("where checks.ts breaks during a class, checks and pages go on with the version before, and say so", async () => {
  await pack.write("rain/checks.ts", "export default { checks: [ };");
  const source = "export const initialState = () => 0; export const evolve = (level: number) => level;";
  const checked = lines((await server.post("/api/checks", { exercise: "rain", source })).body);
  expect(checked.at(-1)).toMatchObject({ kind: "end", passed: false, previousVersion: true });
  expect(await page("rain")).toMatchObject({ previousVersion: true, exercise: { title: "Rain" } });
  await pack.add("rain");
  expect(
    lines((await server.post("/api/checks", { exercise: "rain", source })).body).at(-1),
  ).not.toHaveProperty("previousVersion");
  expect(await page("rain")).not.toHaveProperty("previousVersion");
});

test("an exercise that was broken from the start is refused with what happened", async () => {
  await pack.add("snow");
  await pack.write("snow/checks.ts", "throw new Error();");
  expect((await page("snow")).detail).toContain(
    'The exercise "snow" cannot be loaded at the moment: a file of it',
  );
});

test("the course's exercises have such a page too, and an unknown one is refused", async () => {
  expect((await page("cart-read-only")).trace.steps).toHaveLength(8);
  expect((await page("nowhere")).code).toBe("exercise-unknown");
});

test("the list says from which pack an exercise comes", async () => {
  const list = (await server.app.inject("/api/exercises")).json();
  const packOf = (id: string) => list.find((each: { id: string }) => each.id === id).pack;
  expect(packOf("rain")).toBe("Monday");
  expect(packOf("cart-read-only")).toBeUndefined();
});

test("Markdown brings no HTML of its own and no address that runs code", async () => {
  expect(await markdownToHtml("<img src=x onerror=alert(1)>")).not.toContain("<img");
  expect(await markdownToHtml("[go](javascript:alert(1))")).not.toContain("javascript:");
});

test("code has a line for each line, and its colours are classes", async () => {
  const html = await highlightTypeScript("// a < b & c\nreturn 1;\n");
  expect(html).toContain('<span class="line"><span class="token-comment">// a &lt; b &amp; c</span></span>');
  expect(html.match(/class="line"/g)).toHaveLength(2);
  expect(html).not.toContain("style=");
});
