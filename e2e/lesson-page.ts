import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";

/** What a learner does on a lesson page, in words of the page. */
export class LessonPage {
  readonly page: Page;
  readonly bench: Locator;
  readonly transport: Locator;

  constructor(page: Page) {
    this.page = page;
    this.bench = page.getByRole("region", { name: "Workbench" });
    this.transport = this.bench.getByRole("group", { name: "Transport" });
  }

  /** Opens the page and waits until the workbench says where the fold runs. On a phone it lies behind a tab. */
  async open(url: string): Promise<void> {
    await this.page.goto(url);
    const tab = this.page.getByRole("main").getByRole("button", { name: "Workbench", exact: true });
    if (await tab.isVisible()) await tab.click();
    await this.bench
      .getByText(/Kafka 4|this browser, (recorded|your) log/i)
      .first()
      .waitFor();
  }

  /** The code in the plain text field, opened if it is closed. */
  async editor(): Promise<Locator> {
    const open = this.bench.getByRole("button", { name: "Open the code" });
    const code = this.bench.getByRole("region", { name: "Code" });
    const codeTab = this.bench.getByRole("group", { name: "Show" }).getByRole("button", { name: "Code" });
    await open.or(code).or(codeTab).first().waitFor();
    if (await open.isVisible()) await open.click();
    if (await codeTab.isVisible()) await codeTab.click();
    const plain = code.getByRole("button", { name: "Plain text" });
    const field = code.locator("textarea.wb-textarea");
    const write = code.getByRole("button", { name: "Write code" });
    await plain.or(field).or(write).first().waitFor();
    if (await write.isVisible()) await write.click();
    await plain.or(field).first().waitFor();
    if (await plain.isVisible()) await plain.click();
    await field.waitFor();
    return field;
  }

  async write(source: string): Promise<void> {
    await (await this.editor()).fill(source);
  }

  run(): Promise<void> {
    return this.bench.getByRole("button", { name: /^Run/ }).click();
  }

  check(): Promise<void> {
    return this.bench
      .getByRole("button", { name: /^Check(?!s)/ })
      .first()
      .click();
  }

  /** What the transport says of the place: "offset 2 · 3 of 8". */
  async place(): Promise<string> {
    return (await this.transport.textContent()) ?? "";
  }
}

/** A source of an exercise: `starter`, `solution` or `wrong/<name>`. */
export function sourceOf(exercise: string, name: string): Promise<string> {
  return readFile(join(import.meta.dirname, "../exercises", exercise, `${name}.ts`), "utf8");
}
