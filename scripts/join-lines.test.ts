import { expect, test } from "vitest";
import { joinLines } from "./join-lines.ts";

const urls = ["http://192.168.1.7:4000", "http://10.0.0.7:4000"];

test("every address is said, and the page that shows them to a room", () => {
  const said = joinLines(urls, false);
  for (const url of urls) expect(said).toContain(`  ${url}\n`);
  expect(said).toContain("open http://192.168.1.7:4000/join/");
});

test("a terminal gets a QR code of the first address: a square of half blocks", () => {
  const code = joinLines(urls, true)
    .split("\n")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours of a terminal
    .flatMap((line) => /^\u001b\[97;40m([█▀▄ ]{20,})\u001b\[0m$/.exec(line)?.[1] ?? []);
  expect(code.length).toBeGreaterThan(10);
  expect(new Set(code.map((line) => line.length)).size).toBe(1);
  expect(Math.abs((code[0] as string).length - 2 * code.length)).toBeLessThanOrEqual(1);
});

test("a server for this machine alone says nothing of others", () => {
  expect(joinLines([], true)).toBe("");
});
