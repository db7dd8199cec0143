/**
 * `npm run pictures`: every page of the site and every state of the workbench, in both themes, on desktop and phone, as
 * pictures in `pictures/`, with one page that shows them all. A word after it takes only what has that word in its
 * name: `npm run pictures -- cart`.
 */
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { devices, launchChromium } from "../e2e/chromium.ts";
import { builtPages } from "../e2e/crawl-built-site.ts";
import { openE2eEnvironment } from "../e2e/e2e-environment.ts";
import { openWalkPage, type PageWalk, walks } from "../e2e/page-states.ts";
import { rootFolder } from "./data-folder.ts";
import { reportOpenHandles } from "./open-handles.ts";
import { contactSheet } from "./pictures/contact-sheet.ts";

const folder = join(rootFolder, "pictures");
const wanted = process.argv[2] ?? "";
const themes = ["light", "dark"] as const;
type Device = (typeof devices)[number];

/** Something to be taken: opens pages, hands over each when it is to be taken. */
interface Sitting {
  name: string;
  sit(page: Page, take: (name: string, whole: boolean) => Promise<void>): Promise<void>;
}

const environment = await openE2eEnvironment();
const browser = await launchChromium();
try {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  const sittings = [...(await builtPages()).map(pageSitting), ...walks.map(walkSitting)];
  const waiting = sittings
    .filter(({ name }) => name.includes(wanted))
    .flatMap((sitting) => devices.map((device) => ({ sitting, device })));
  const failed: string[] = [];
  const taken: string[] = [];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { sitting, device } = next;
      await take(browser, sitting, device, taken).catch((error: Error) => {
        failed.push(`${sitting.name} on a ${device[0]}: ${error.message.split("\n")[0]}`);
      });
    }
  };
  await Promise.all([worker(), worker()]);
  await writeFile(join(folder, "index.html"), contactSheet(taken.sort()));
  console.log(`${taken.length} pictures. Look at them all: ${join(folder, "index.html")}`);
  for (const sentence of failed) console.error(sentence);
  process.exitCode = failed.length === 0 ? 0 : 1;
} finally {
  await browser.close();
  await environment.close();
}
reportOpenHandles();

function pageSitting(path: string): Sitting {
  const name = `page-${path.replaceAll(/^\/|\/$|\.html$/g, "").replaceAll("/", "-") || "home"}`;
  return {
    name,
    async sit(page, take) {
      await page.goto(environment.url + path, { waitUntil: "networkidle" });
      await take(name, true);
    },
  };
}

function walkSitting(walk: PageWalk): Sitting {
  return {
    name: `state-${walk.name}`,
    async sit(page, take) {
      const lesson = await openWalkPage(walk, page, environment[walk.place]);
      for (const [i, state] of walk.states.entries()) {
        await state.reach(lesson);
        await take(`state-${walk.name}-${String(i + 1).padStart(2, "0")}-${state.name}`, false);
      }
    },
  };
}

async function take(
  from: Browser,
  { sit }: Sitting,
  [device, viewport]: Device,
  taken: string[],
): Promise<void> {
  const context = await from.newContext({
    viewport,
    hasTouch: device === "phone",
    serviceWorkers: "block",
    reducedMotion: "reduce",
  });
  try {
    const page = await context.newPage();
    await sit(page, async (name, whole) => {
      for (const colorScheme of themes) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await page.waitForFunction((theme) => document.documentElement.dataset.theme === theme, colorScheme);
        // The theme is on the page once it is painted anew.
        await page.evaluate(
          () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
        );
        await page.screenshot({
          path: join(folder, `${name}-${device}-${colorScheme}.png`),
          fullPage: whole,
        });
        taken.push(`${name}-${device}-${colorScheme}.png`);
      }
    });
  } finally {
    await context.close();
  }
}
