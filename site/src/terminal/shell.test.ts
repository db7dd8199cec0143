import fc from "fast-check";
import { beforeEach, expect, test, vi } from "vitest";
import type { TerminalMessage } from "../../../engine/protocol/response-types.ts";
import type { Tools } from "../session/terminal-tools.ts";
import { cellWidth, escapeControlCharacters, linked, linkedRecord, wrapLines } from "./cell-width.ts";
import { completeLine, editLine, emptyLine } from "./edit-line.ts";
import { LineHistory } from "./line-history.ts";
import { Shell } from "./shell.ts";
import { splitKeys } from "./split-keys.ts";

/** A character of the first few alphabets, or one that steers: Unicode's whole tables take seconds to draw from. */
const sign = fc.integer({ min: 0, max: 0x2ff }).map((code) => String.fromCodePoint(code));

const up = "\x1b[A";

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
});

/** A shell whose tools say what the test tells them to, and what was asked of them. */
function openShell(offered: string[] = []) {
  const ran: string[] = [];
  const offers: (string[] | undefined)[] = [];
  const typed: { lines: string[]; end: boolean }[] = [];
  let written = "";
  let interrupts = 0;
  let say: (message: TerminalMessage) => void = () => {};
  const tools: Tools = {
    run(line, listen, tools) {
      ran.push(line);
      offers.push(tools);
      say = listen;
      return { type: (lines, end) => typed.push({ lines, end }), interrupt: () => interrupts++ };
    },
    complete: async (line) => ({ from: line.lastIndexOf(" ") + 1, words: offered }),
    recorded: async () => [],
  };
  const screen = {
    write: (text: string) => {
      written += text;
    },
    columns: () => 80,
  };
  const shell = new Shell(screen, tools, ["Welcome."]);
  return {
    shell,
    ran,
    offers,
    typed,
    say: (message: TerminalMessage) => say(message),
    written: () => written,
    interrupts: () => interrupts,
  };
}

test("a line is edited, run once, and brought back by the arrow keys", () => {
  const { shell, ran, say } = openShell();
  shell.feed("kcat -Lx\x7f\r");
  expect(ran).toEqual(["kcat -L"]);
  say({ kind: "finished", good: true });
  shell.feed(`${up}\x01\x1b[C\x1b[3~\x05 -q\r`);
  expect(ran[1]).toBe("kat -L -q");
  expect(new LineHistory().lines).toEqual(["kcat -L", "kat -L -q"]);
});

test("what is typed while a tool runs waits for the prompt, unless the tool is interrupted", () => {
  const { shell, ran, say, interrupts } = openShell();
  shell.feed("one\rtwo\r");
  expect(ran).toEqual(["one"]);
  say({ kind: "finished", good: true });
  expect(ran).toEqual(["one", "two"]);
  shell.feed("three\r\x03");
  expect(interrupts()).toBe(1);
  say({ kind: "finished", good: true });
  expect(ran).toEqual(["one", "two"]);
});

test("a ready command is put at the prompt, and runs with the tools that are offered when Enter is pressed", () => {
  const { shell, ran, offers, say } = openShell();
  shell.offered = ["kcat"];
  shell.feed("half a line");
  shell.putLine("kcat -L");
  expect(ran).toEqual([]);
  shell.feed(" -q\r");
  expect(ran).toEqual(["kcat -L -q"]);
  expect(offers).toEqual([["kcat"]]);
  shell.putLine("kcat -C");
  say({ kind: "finished", good: true });
  shell.feed("\r");
  expect(ran).toHaveLength(1);
});

test("lines typed into a tool go to it, and Ctrl-D ends them", async () => {
  const { shell, typed, say } = openShell();
  shell.feed("kafka-console-producer\rcart-1:pasted");
  say({ kind: "reads" });
  shell.feed(" early\rsecond\r");
  await vi.waitFor(() => expect(typed).toEqual([{ lines: ["cart-1:pasted early", "second"], end: false }]));
  shell.feed("\x04");
  expect(typed[1]).toEqual({ lines: [], end: true });
  say({ kind: "finished", good: true });
});

test("records printed are links and are kept, newest first", () => {
  const { shell, say, written } = openShell();
  const position = { topic: "mine.carts", partition: 1, offset: 7 };
  let told = 0;
  shell.watch(() => told++);
  shell.feed("kcat -C\r");
  say({
    kind: "printed",
    lines: [
      { text: "a\x1b[2J", position },
      { text: "% end", warned: true },
    ],
  });
  expect(written()).toContain(linked("a\u241b[2J", position));
  expect(shell.records).toEqual([{ position, text: "a\x1b[2J" }]);
  expect([told, shell.printed]).toEqual([1, 1]);
});

test("Tab puts in what there is one of, and shows what there are several of", async () => {
  const one = openShell(["mine.carts"]);
  one.shell.feed("kcat -t mi\t -C\r");
  await vi.waitFor(() => expect(one.ran).toEqual(["kcat -t mine.carts  -C"]));
  const several = openShell(["course.carts", "course.chess"]);
  several.shell.feed("kcat -t course.c\t");
  await vi.waitFor(() => expect(several.written()).toContain("course.carts  course.chess"));
  expect(completeLine({ text: "a co", cursor: 4 }, 2, ["course.carts", "course.chess"]).text).toBe(
    "a course.c",
  );
  expect(completeLine({ text: "print", cursor: 5 }, 0, ["key.separator="]).text).toBe("key.separator=");
});

test("keys come apart whole, and whatever they are, the cursor stays in the line", () => {
  expect(splitKeys("a\x1b[1;5D\r\né\x1bb\t")).toEqual(["a", "\x1b[1;5D", "\r", "é", "\x1bb", "\t"]);
  const key = fc.oneof(
    fc.constantFrom(
      "\x7f",
      "\x1b[D",
      "\x1b[C",
      "\x1b[3~",
      "\x17",
      "\x15",
      "\x0b",
      "\x01",
      "\x05",
      "\x1b[1;5D",
      "\x1bf",
    ),
    sign,
  );
  fc.assert(
    fc.property(fc.array(key), (keys) => {
      const line = keys.reduce((now, each) => editLine(now, each) ?? now, emptyLine);
      expect(line.cursor).toBeGreaterThanOrEqual(0);
      expect(line.cursor).toBeLessThanOrEqual(line.text.length);
    }),
  );
});

test("no text steers the terminal, and every link leads back to its record", () => {
  fc.assert(
    fc.property(fc.string({ unit: sign }), fc.nat(), fc.nat(), (text, partition, offset) => {
      const safe = escapeControlCharacters(text).replaceAll("\r\n", "");
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      expect(safe).not.toMatch(/[\x00-\x08\x0a-\x1f\x7f-\x9f]/);
      const position = { topic: "mine.a-b", partition, offset };
      const link = linked("x", position).split(";")[2]?.split("\x07")[0] ?? "";
      expect(linkedRecord(link)).toEqual(position);
    }),
  );
  expect(wrapLines("one two three", 7)).toEqual(["one two", "three"]);
  expect([cellWidth("abc"), cellWidth("日本"), cellWidth("e\u0301")]).toEqual([3, 4, 1]);
});
