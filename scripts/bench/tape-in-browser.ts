import { tmpdir } from "node:os";
import { type Browser, chromium, type Locator, type Page } from "playwright-core";
import { serveFolder } from "../../e2e/static-server.ts";
import { buildSiteIfStale } from "../site-build.ts";
import { chromiumPath } from "../test/required-tools.ts";
import type { BenchEnvironment } from "./bench-environment.ts";
import { formatRecords, type Measurement, type Scale } from "./measurement.ts";
import { percentile, type Row } from "./result-table.ts";

const steps = 1_000;
/** An exercise whose state stays small however long the log is. */
const exercise = "exercises/bank-ledger/";
const turnsOfTheWheel = 250;
const seeks = 60;
/** As a keyboard repeats a key that is held, in ms: faster, and the queue would be measured. */
const keyRepeat = 33;
/** For the long fold, in ms. */
const maxWait = 10 * 60_000;

/** The tape in headless Chromium, on the built site and without a server: what somebody feels who scrubs, scrolls and seeks. */
export const tapeInBrowser: Measurement = {
  name: "tape",
  async measure(_: BenchEnvironment, scale: Scale): Promise<Row[]> {
    const executablePath = chromiumPath();
    if (executablePath === null) throw new Error("There is no Chromium to open the pages in.");
    const siteDist = await buildSiteIfStale(tmpdir(), process.env, () => {});
    if (siteDist === null) throw new Error("The site could not be built.");
    const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
    const site = await serveFolder(siteDist, "");
    const url = `http://127.0.0.1:${site.port}`;
    try {
      return [...(await scrubbing(browser, url)), ...(await moving(browser, url, scale))];
    } finally {
      await Promise.all([browser.close(), site.close()]);
    }
  },
};

async function scrubbing(browser: Browser, url: string): Promise<Row[]> {
  const page = await opened(browser, `${url}/${exercise}`);
  await longerLog(page, steps);
  await page.getByText(/ · 1,\d{3} of 1,\d{3}$/).waitFor({ timeout: maxWait });
  const slider = page.getByRole("slider", { name: "Step", exact: true });
  await slider.focus();
  await page.keyboard.press("Home");
  await page.evaluate(measurePaints);
  for (let i = 0; i < steps; i++) {
    await page.keyboard.press("ArrowRight");
    await page.waitForTimeout(keyRepeat);
  }
  const paints = await page.evaluate(() => (window as unknown as Measured).measured);
  await page.context().close();
  return [
    {
      what: `scrubbing ${steps.toLocaleString("en")} steps: input to next paint, 95th percentile`,
      value: percentile(paints, 0.95),
      unit: "ms",
      target: { atMost: 50 },
    },
  ];
}

async function moving(browser: Browser, url: string, { foldRecords }: Scale): Promise<Row[]> {
  const page = await opened(browser, `${url}/${exercise}`);
  const records = foldRecords >= 1_000_000 ? 1_000_000 : 100_000;
  await longerLog(page, records);
  const strip = page.getByRole("slider", { name: "Visible part of the tape" });
  await strip.waitFor();
  await page.locator(".wb-long").waitFor({ state: "detached", timeout: maxWait });
  const lane = await boxOf(page.locator(".lane"));
  await page.mouse.move(lane.x + lane.width / 2, lane.y + lane.height / 2);
  await strip.press("Home");
  await page.evaluate(measureFrames);
  for (let i = 0; i < turnsOfTheWheel; i++) await page.mouse.wheel(240, 0);
  const scrolled = await page.evaluate(stopMeasuring);
  await page.evaluate(measureFrames);
  const whole = await boxOf(page.locator(".lane-overview"));
  for (let i = 0; i < seeks; i++) {
    // Here and there, but the same places each time.
    const share = ((i * 37) % seeks) / seeks;
    await page.mouse.click(whole.x + 2 + share * (whole.width - 4), whole.y + 8);
    await page.waitForTimeout(60);
  }
  const sought = await page.evaluate(stopMeasuring);
  await page.context().close();
  const what = `a tape of ${formatRecords(records)}`;
  return [
    frames(`${what}: frame time while scrolling, 95th percentile`, scrolled),
    frames(`${what}: frame time while seeking, 95th percentile`, sought),
  ];
}

function frames(what: string, times: number[]): Row {
  const spread: Row["spread"] = [Math.min(...times), Math.max(...times)];
  return { what, value: percentile(times, 0.95), unit: "ms", spread, target: { atMost: 100 } };
}

async function opened(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(address);
  await page.getByText("this browser, recorded log").waitFor();
  const open = page.getByRole("button", { name: "Open the code" });
  if (await open.isVisible()) await open.click();
  await page.getByRole("button", { name: "More", exact: true }).click();
  return page;
}

/** Folds the page's log over and over, about so many records of it. */
async function longerLog(page: Page, records: number): Promise<void> {
  await page.getByRole("tab", { name: "Log", exact: true }).click();
  const digits = records.toLocaleString("en").replace(/\d$/, "");
  await page.getByRole("button", { name: new RegExp(`^${digits}\\d records$`) }).click();
}

async function boxOf(part: Locator) {
  const box = await part.boundingBox();
  if (!box) throw new Error("A part of the tape is not on the page.");
  return box;
}

/** What the functions below leave on the page; they run there and know nothing of this file. */
interface Measured {
  measured: number[];
  measuring: boolean;
}

/** From each input to the end of the frame that shows it, in ms. */
function measurePaints(): void {
  const here = window as unknown as Measured;
  here.measured = [];
  addEventListener(
    "keydown",
    ({ timeStamp }) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => here.measured.push(performance.now() - timeStamp);
        port2.postMessage(null);
      });
    },
    { capture: true },
  );
}

/** From one frame to the next, in ms. */
function measureFrames(): void {
  const here = window as unknown as Measured;
  here.measured = [];
  here.measuring = true;
  let last = performance.now();
  const next = (now: number) => {
    here.measured.push(now - last);
    last = now;
    if (here.measuring) requestAnimationFrame(next);
  };
  requestAnimationFrame((now) => {
    last = now;
    requestAnimationFrame(next);
  });
}

function stopMeasuring(): number[] {
  const here = window as unknown as Measured;
  here.measuring = false;
  return here.measured;
}
