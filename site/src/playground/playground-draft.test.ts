import { beforeEach, expect, test, vi } from "vitest";
import { readText } from "../log-text/log-reading.ts";
import { firstLog } from "./first-log.ts";
import { keepDraft, readDraft } from "./playground-draft.ts";
import { defaultChoices, type OpenLog, openRecords } from "./playground-log.ts";

const kept = new Map<string, string>();
beforeEach(() => {
  kept.clear();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
  });
});

const choices = { entry: { kind: "projector" as const }, scope: "by-key" as const, view: "table" as const };
const given = (values: number): OpenLog =>
  openRecords(
    "rain",
    Array.from({ length: values }, (_, offset) => ({
      position: { topic: "rain", partition: 0, offset },
      timestamp: 5,
      key: "gauge",
      headers: { a: "b" },
      value: JSON.stringify({ type: "RainFell", data: { mm: "x".repeat(1_000) } }),
    })),
    { kind: "given" },
  );

test("a pasted log is kept in full, with the choices, and is read as the same records", () => {
  const log = given(3);
  expect(keepDraft("own", { log, choices })).toBe(true);
  const draft = readDraft("own");
  expect(draft?.choices).toEqual(choices);
  expect(draft?.log.kind === "given" && readText(draft.log.text, "rain").records).toEqual(log.records);
});

test("what can be fetched again is kept by its name; each workspace has its own", () => {
  keepDraft("own", { log: { ...firstLog(), origin: { kind: "data-set" }, name: "course.carts" }, choices });
  keepDraft("link", { log: firstLog(), choices: defaultChoices }, "#share=1.x");
  expect(readDraft("own")?.log).toEqual({ kind: "data-set", name: "course.carts" });
  expect(readDraft("link")).toEqual({ log: { kind: "first" }, choices: defaultChoices, from: "#share=1.x" });
});

test("a log that is too long is not kept, which is told, and no older one comes back in its place", () => {
  keepDraft("own", { log: given(1), choices });
  expect(keepDraft("own", { log: given(2_000), choices })).toBe(false);
  expect(readDraft("own")?.log).toEqual({ kind: "first" });
});

test("what an older or another page has written is read as nothing", () => {
  for (const text of ["", "{", "null", "7", '{"log":{}}', '{"log":{"kind":"given","name":7}}']) {
    kept.set("offset-zero/1/playground/own", text);
    expect(readDraft("own")).toBeNull();
  }
});
