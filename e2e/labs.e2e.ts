import { expect, inject, test } from "vitest";
import { serverLabIds } from "../engine/labs/lab-ids.ts";
import { builtPages } from "./crawl-built-site.ts";
import { expectAccessibleInBothThemes, expectFits } from "./page-assertions.ts";
import { desktop, openVisitors, phone } from "./visitor.ts";

const visitor = openVisitors();
const pages = (await builtPages()).filter((path) => /^\/labs\/./.test(path));
/** The labs of a server: without one there is a recording of each. The others run in the browser. */
const recorded = pages.filter((path) => serverLabIds.some((id) => path === `/labs/${id}/`));

test("the list of labs is in the navigation, and leads to each of them with what can be broken there", async () => {
  const { page, complaints, close } = await visitor();
  await page.goto(inject("url"));
  await page.getByRole("navigation", { name: "Site" }).getByRole("link", { name: "Labs" }).click();
  await page.getByRole("heading", { level: 1, name: "Labs" }).waitFor();
  const items = page.getByRole("main").getByRole("listitem");
  expect(pages.length).toBeGreaterThan(0);
  expect(await items.count()).toBe(pages.length);
  for (const item of await items.all()) {
    expect(await item.textContent()).toMatch(/What you can break.+What it needs.+About \d+ minutes/s);
    expect(pages).toContain(await item.getByRole("link").getAttribute("href"));
  }
  expect(complaints).toEqual([]);
  await close();
});

test.each(recorded.flatMap((path) => [[path, "desktop", desktop] as const, [path, "phone", phone] as const]))(
  "without a server %s on a %s says that it is a recording, and goes through it step by step",
  async (path, device, viewport) => {
    const { page, complaints, close } = await visitor({ viewport, touch: device === "phone" });
    await page.goto(inject("staticUrl") + path);
    await page.getByText("This is a recording of the lab on").waitFor();
    expect(await page.getByRole("main").textContent()).toContain("npm start");
    const steps = page.getByRole("group", { name: "Steps of the recording" });
    const [, last = ""] = /Step (\S+) of/.exec((await steps.textContent()) ?? "") ?? [];
    await steps.getByRole("button", { name: "First step" }).click();
    await steps.getByText("Step 0 of").waitFor();
    await steps.getByRole("button", { name: "Step forward" }).press("Enter");
    await steps.getByText("Step 1 of").waitFor();
    await steps.getByRole("button", { name: "Last step" }).click();
    await steps.getByText(`Step ${last} of ${last}`).waitFor();
    await page.locator(".lab-events summary").click();
    await expectAccessibleInBothThemes(page, path, ".lab");
    await expectFits(page, path);
    expect(complaints).toEqual([]);
    await close();
  },
);
