import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, onTestFinished } from "vitest";
import { desktop, launchChromium } from "./chromium.ts";

export { desktop, phone } from "./chromium.ts";

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
export function openVisitors(): (options?: PageOptions) => Promise<Visitor> {
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
