import { expect, inject, test } from "vitest";
import { builtPages } from "./crawl-built-site.ts";
import { openVisitors } from "./visitor.ts";

const visitor = openVisitors();
const pages = (await builtPages()).filter((path) => /^\/labs\/./.test(path));

test("the list of labs is in the navigation, and leads to each of them with what can be broken there", async () => {
  const { page, complaints, close } = await visitor();
  await page.goto(inject("url"));
  await page.getByRole("navigation", { name: "Site" }).getByRole("link", { name: "Labs" }).click();
  await page.getByRole("heading", { level: 1, name: "Labs" }).waitFor();
  const items = page.getByRole("main").getByRole("listitem");
  expect(await items.count()).toBe(pages.length);
  for (const item of await items.all()) {
    expect(String(await item.textContent())).toMatch(/What you can break.+What it needs.+About \d+ minutes/s);
    const path = await item.getByRole("link").getAttribute("href");
    expect(pages).toContain(path);
  }
  expect(complaints).toEqual([]);
  await close();
});

test.each(pages)(
  "without a server %s says that it is a recording, and goes through it step by step",
  async (path) => {
    const { page, complaints, close } = await visitor();
    await page.goto(inject("staticUrl") + path);
    await page.getByText("This is a recording of the lab on").waitFor();
    expect(await page.getByRole("main").textContent()).toContain("npm start");
    const step = page.getByRole("group", { name: "Steps of the recording" });
    const [, last = ""] = /Step (\S+) of/.exec(String(await step.textContent())) ?? [];
    await step.getByRole("button", { name: "First step" }).click();
    await step.getByText("Step 0 of").waitFor();
    await step.getByRole("button", { name: "Step forward" }).press("Enter");
    await step.getByText("Step 1 of").waitFor();
    await step.getByRole("button", { name: "Last step" }).click();
    await step.getByText(`Step ${last} of ${last}`).waitFor();
    expect(complaints).toEqual([]);
    await close();
  },
);
