import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

/** What a learner does at the terminal of a page. */
export class TerminalScreen {
  readonly page: Page;
  readonly region: Locator;

  constructor(page: Page) {
    this.page = page;
    this.region = page.getByRole("region", { name: "Terminal" });
  }

  /** Waits until the terminal is there and takes it into focus. */
  async focus(): Promise<void> {
    await this.region.getByRole("textbox", { name: /^Terminal: type a command/ }).focus();
    await this.shows(/^\$/m);
  }

  async type(line: string): Promise<void> {
    await this.page.keyboard.type(line);
    await this.page.keyboard.press("Enter");
  }

  /** Clicks the cells of a text: what lies over them catches the pointer, and finds the link by its place. */
  async click(text: string): Promise<void> {
    const box = await this.region.locator(".xterm-rows").getByText(text).boundingBox();
    if (!box) throw new Error(`${text} is not on the screen.`);
    await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await this.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  }

  /** What is on the screen, row by row; a row's end may cut a word. */
  async rows(): Promise<string[]> {
    const rows = await this.region.locator(".xterm-rows > div").allTextContents();
    return rows.map((row) => row.replaceAll("\u00a0", " ").trimEnd());
  }

  /** Waits until a part of a row, or what matches, is on the screen. */
  async shows(part: string | RegExp): Promise<void> {
    await expect
      .poll(async () => (await this.rows()).join("\n"))
      .toMatch(typeof part === "string" ? new RegExp(part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")) : part);
  }
}
