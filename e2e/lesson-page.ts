import type { Locator, Page } from "playwright-core";
import { courseAnswer } from "../exercises/answer-source.ts";

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
    const code = this.bench.getByRole("region", { name: "Code", exact: true });
    const codeTab = this.bench.getByRole("group", { name: "Show" }).getByRole("button", { name: "Code" });
    await open.or(code).or(codeTab).first().waitFor();
    // A page that keeps code, or has it from a link, opens it by itself, perhaps at this very moment.
    if (await open.isVisible()) await open.click({ timeout: 10_000 }).catch(() => code.waitFor());
    if (await codeTab.isVisible()) await codeTab.click();
    const plain = code.getByRole("button", { name: "Use simple editor" });
    const field = code.locator("textarea.wb-textarea");
    const write = code.getByRole("button", { name: "Write code" });
    await plain.or(field).or(write).first().waitFor();
    if (await write.isVisible()) await write.click();
    await plain.or(field).first().waitFor();
    if (await plain.isVisible()) await plain.click();
    await field.waitFor();
    return field;
  }

  /**
   * Shows a tab of the panel. On a phone the panel is one of three panes, and a tab that comes later is opened by a
   * button in another of them.
   */
  async openTab(name: "Task" | "Checks" | "Log" | "Explore"): Promise<void> {
    const panes = this.bench.getByRole("group", { name: "Show" });
    const showPane = async (pane: string) => {
      const button = panes.getByRole("button", { name: pane });
      if (await button.isVisible()) await button.click();
    };
    const tabs = this.bench.getByRole("tablist");
    const tab = tabs.getByRole("tab", { name: new RegExp(`^${name}`) });
    const more = this.bench.getByRole("button", { name: "More", exact: true });
    await tabs.or(panes).or(more).first().waitFor();
    await showPane("Checks");
    if (!(await tab.isVisible())) {
      await showPane("State");
      // A page that remembers that it was asked for more shows the tab by itself, perhaps at this very moment.
      if (await more.isVisible()) await more.click({ timeout: 10_000 }).catch(() => {});
      await panes.or(tab).first().waitFor();
      await showPane("Checks");
    }
    await tab.click();
  }

  /** Opens the form that appends to the learner's own log. */
  async openAppendForm(): Promise<void> {
    await this.openTab("Log");
    const form = this.bench.getByRole("button", { name: "Append an event" });
    if ((await form.getAttribute("aria-expanded")) === "false") await form.click();
  }

  /** Opens a tool of Explore, whichever of them is open. */
  async openTool(
    name: "Watch" | "What if" | "Compare" | "Read model" | "Terminal" | "Lab" | "Console",
  ): Promise<void> {
    await this.openTab("Explore");
    const tool = this.bench
      .getByRole("list", { name: "Tools" })
      .getByRole("button", { name: new RegExp(`^${name}`) });
    const all = this.bench.getByRole("button", { name: "All tools" });
    await tool.or(all).first().waitFor();
    if (await all.isVisible()) await all.click();
    await tool.click();
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
  return courseAnswer(exercise, name);
}

/** A good reducer that leaves a word in its state, to tell its fold from any other. */
export const leaving = (word: string) => `export function initialState() {
  return { lines: {} };
}
export function evolve(cart: any, event: any) {
  return { lines: { ...cart.lines, [event.metadata.id + "-${word}"]: 1 } };
}
`;
