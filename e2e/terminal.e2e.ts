import { expect, inject, test } from "vitest";
import { expectAccessible } from "./accessibility.ts";
import { LessonPage } from "./lesson-page.ts";
import { TerminalScreen } from "./terminal-screen.ts";
import { openVisitors, phone } from "./visitor.ts";

const visitor = openVisitors();

async function atTerminal(url: string, options: Parameters<typeof visitor>[0] = {}) {
  const guest = await visitor(options);
  await guest.page.goto(`${url}/terminal/`);
  const terminal = new TerminalScreen(guest.page);
  await terminal.focus();
  return { ...guest, terminal };
}

test("a learner makes a topic, produces and consumes by the tools' real names", async () => {
  const { page, terminal, complaints, close } = await atTerminal(inject("url"));
  await terminal.type("kafka-topics --create --topic mine.carts --partitions 1");
  await terminal.shows("Created topic mine.carts.");

  await page.keyboard.type("kafka-console-producer --to");
  await page.keyboard.press("Tab");
  await page.keyboard.type("mi");
  await page.keyboard.press("Tab");
  await terminal.shows("kafka-console-producer --topic mine.carts");
  await terminal.type("--reader-property parse.key=true --reader-property key.separator=:");
  await terminal.shows(/^>/m);
  await terminal.type('cart-1:{"type":"CartOpened","data":{"shopper":"sanjana"}}');
  await terminal.type("cart-1:no event");
  await page.keyboard.press("Control+d");
  await terminal.shows(/^\$ $|^\$$/m);

  await terminal.type("clear");
  await terminal.type(
    "kafka-console-consumer --topic mine.carts --from-beginning --group readers --max-messages 2 --formatter-property print.offset=true",
  );
  await terminal.shows("Processed a total of 2 messages");
  await terminal.shows("no event");
  await terminal.type("kafka-consumer-groups --describe --group readers");
  await terminal.shows(/readers +mine\.carts +0 +2 +2 +0 /);

  const printed = terminal.region.getByText("Records printed (2)");
  await printed.click();
  await terminal.region.getByRole("button", { name: /^mine\.carts-0@0/ }).click();
  const card = page.getByRole("region", { name: "Record" });
  await card.getByText("sanjana").waitFor();
  await card.getByRole("link", { name: /playground/ }).waitFor();
  await expectAccessible(page, { where: "the terminal's page" });

  // Typing takes Tab for completing; Esc gives it back.
  await terminal.focus();
  await page.keyboard.type("kc");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent))
    .toBe("Screen reader mode");
  expect(complaints).toEqual([]);
  await close();
});

test("Ctrl-C ends a consumer", async () => {
  const { page, terminal, close } = await atTerminal(inject("url"), { viewport: phone, theme: "dark" });
  await terminal.type("kcat -C -t course.carts -p 0 -q -f %o");
  await terminal.shows(/^7$/m);
  await page.keyboard.press("Control+c");
  await terminal.shows(/\^C\n\$/);
  await terminal.type("kafka-topic --list");
  await terminal.shows("kafka-topic: command not found.");
  await expectAccessible(page, { where: "the terminal's page on a phone" });
  await close();
});

test("a printed record opens its card", async () => {
  const { page, complaints, close } = await visitor();
  const lesson = new LessonPage(page);
  await lesson.open(`${inject("url")}/lessons/create-and-read-only/`);
  await lesson.openTool("Terminal");
  const terminal = new TerminalScreen(page);
  await terminal.focus();
  // A ready command waits at the prompt; a tool that the exercise does not offer is not run.
  await terminal.region.getByRole("button", { name: "kafka-get-offsets --topic course.carts" }).click();
  await terminal.shows("$ kafka-get-offsets --topic course.carts");
  await page.keyboard.press("Enter");
  await terminal.shows(/^course\.carts:0:\d+$/m);
  await terminal.type("psql -c 'SELECT 1'");
  await terminal.shows("psql is not offered in this exercise");
  await terminal.type("clear");

  await terminal.type("kcat -C -t course.carts -p 0 -c 4 -q -f 'record %o'");
  await terminal.shows("record 3");
  await terminal.click("record 2");
  await expect.poll(() => lesson.place()).toContain("offset 2");

  // A record of another partition opens the whole topic. By the keyboard it is a button in the list.
  await terminal.focus();
  await terminal.type("kcat -C -t course.carts -p 2 -c 2 -q");
  await terminal.region.getByText("Records printed (6)").focus();
  await page.keyboard.press("Enter");
  await terminal.region.getByRole("button", { name: /^course\.carts-2@1/ }).press("Enter");
  await lesson.bench.getByText("The log course.carts").waitFor();
  await expect.poll(() => lesson.place()).toContain("offset 1");
  await lesson.openTool("Terminal");
  await expectAccessible(page, { where: "the terminal's tab", part: ".wb-tabpanel" });
  expect(complaints).toEqual([]);
  await close();
});

test("without a server the tools read the recorded log, and say what is missing", async () => {
  const { terminal, complaints, close } = await atTerminal(inject("staticUrl"));
  await terminal.region.getByText("No playground server answers").waitFor();
  await terminal.type(
    "kafka-console-consumer --topic course.carts --partition 0 --offset 6 --max-messages 1",
  );
  await terminal.shows("Processed a total of 1 messages");
  await terminal.type("kafka-topics --create --topic mine.carts");
  await terminal.shows("This needs Kafka");
  expect(complaints).toEqual([]);
  await close();
});
