import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished } from "vitest";
import { desktop, launchChromium } from "./chromium.ts";

export { desktop, devices, phone } from "./chromium.ts";

interface PageOptions {
  viewport?: { width: number; height: number };
  theme?: "light" | "dark";
  touch?: boolean;
  /** Whether the site may keep itself for offline. Else every test sees what the server sends. */
  offline?: boolean;
}

/** A visitor: pages of one browser context, with everything the console complained about. */
export interface Visitor {
  page: Page;
  complaints: string[];
  close(): Promise<void>;
}

/** A browser for the tests of a file. Call at the file's top; gives what opens a visitor in it. */
export function browser(): (options?: PageOptions) => Promise<Visitor> {
  let running: Browser | undefined;
  beforeAll(async () => {
    running = await launchChromium();
  });
  afterAll(() => running?.close());
  return async ({ viewport = desktop, theme = "light", touch = false, offline = false } = {}) => {
    if (!running) throw new Error("The browser is not started yet.");
    const context = await running.newContext({
      viewport,
      colorScheme: theme,
      hasTouch: touch,
      serviceWorkers: offline ? "allow" : "block",
    });
    // A test that fails leaves no page behind that goes on beside the next test.
    onTestFinished(() => context.close());
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    return { page, complaints, close: () => context.close() };
  };
}

interface Looked {
  /** Which page and state, for the message. */
  where?: string;
  /** A selector: only what lies in it is looked at. */
  part?: string | undefined;
  /** Names of the rules that are asked, where not all are. */
  rules?: string[] | undefined;
}

/** Fails with every accessibility violation axe finds on the page as it stands. */
export async function expectAccessible(page: Page, { where = "the page", part, rules }: Looked = {}) {
  // In the page's own frame, since it holds no other; and without a list of all that passed: a fifth of the time.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ["violations"] });
  if (part) axe.include(part);
  if (rules) axe.withRules(rules);
  const told = async () => {
    const { violations } = await axe.analyze();
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
    );
  };
  // Looked at again where something is wrong: an editor may take a theme's colours a moment after the page.
  await expect.poll(told, { timeout: 10_000, interval: 500, message: where }).toEqual([]);
}
