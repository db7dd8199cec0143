import { expect, inject, test } from "vitest";
import { joinWords } from "../language/english/join.ts";
import { teachWords } from "../language/english/teach.ts";
import { expectAccessible } from "./accessibility.ts";
import { openVisitors, phone } from "./visitor.ts";

const visitor = openVisitors();
const address = "http://192.168.1.7:4000";

test("the page for instructors leads to the addresses and a QR code, which only that page loads", async () => {
  const { page, complaints } = await visitor();
  await page.route(/\/api\/join$/, (route) => route.fulfill({ json: { addresses: [address] } }));
  const scripts: string[] = [];
  page.on("request", (request) => scripts.push(new URL(request.url()).pathname));
  await page.goto(`${inject("url")}/teach/`, { waitUntil: "networkidle" });
  expect(scripts.filter((path) => /\/join/.test(path))).toEqual([]);
  await page.getByRole("link", { name: teachWords.join }).click();
  await page.getByRole("img", { name: joinWords.code(`${address}/`) }).waitFor();
  expect(await page.getByRole("link", { name: `${address}/` }).getAttribute("href")).toBe(`${address}/`);
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});

test("without a server the page says how to let others in, and fits a phone", async () => {
  const { page, complaints } = await visitor({ viewport: phone });
  await page.goto(`${inject("staticUrl")}/join/`);
  await page.getByText("HOST=0.0.0.0 npm start").waitFor();
  const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(wide).toBeLessThanOrEqual(room as number);
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});
