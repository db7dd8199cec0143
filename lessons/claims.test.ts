import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { course } from "./course.ts";

const folder = import.meta.dirname;
const lessonFiles = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
  file.endsWith("lesson.mdx"),
);
const read = (file: string) => readFileSync(join(folder, file), "utf8");
const frontmatterOf = (text: string) =>
  parse(text.split("---")[1] ?? "") as { sources: { title: string; note?: string }[] };

describe.each(lessonFiles)("%s", (file) => {
  test("a source's note says what a reader finds there, not how the course read it", () => {
    const { sources } = frontmatterOf(read(file));
    expect(sources.length).toBeGreaterThan(0);
    for (const { note = "" } of sources)
      expect(note).not.toMatch(/\b(we|our|us|I|read (it|only|in part))\b/i);
  });
});

test("the glossary says while what a key's partition stays the same", () => {
  const { key } = parse(read("glossary.yaml")) as Record<string, string>;
  expect(key).toContain("while the number of partitions stays the same");
});

test("the CQRS lesson says what Kafka has no call for, and names the lessons that deal with it", () => {
  const text = read("4-cqrs/cqrs/lesson.mdx");
  expect(text).toMatch(/Kafka cannot read by key:[^.]*\(lesson 11\)/);
  expect(text).toMatch(
    /Kafka cannot check, when you append, whether somebody else has appended[^.]*\.[^.]*\(lesson 28\)/,
  );
  const lineOf = (number: number) => course.find((lesson) => lesson.number === number)?.line;
  expect(lineOf(11)).toContain("Many carts in one topic: find one");
  expect(lineOf(28)).toContain("must not be sold twice");
});
