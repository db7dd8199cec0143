import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type ErrorCode, errors, problemOf, Refusal } from "./errors.ts";

const codes = Object.keys(errors) as ErrorCode[];
const sources = globSync("**/*.ts", { cwd: import.meta.dirname })
  .filter((file) => !file.endsWith(".test.ts") && file !== "errors.ts")
  .map((file) => readFileSync(join(import.meta.dirname, file), "utf8"))
  .join("\n");

test.each(codes)("%s is used, has a title and says what to do next", (code) => {
  const { status, title, next } = errors[code];
  expect(sources.includes(`"${code}"`)).toBe(true);
  expect(status).toBeGreaterThanOrEqual(400);
  expect(title).toMatch(/^[A-Z].*[^.]$/);
  expect(next).toMatch(/^[A-Z].*\.$/s);
});

test("every code that is used is in the table", () => {
  const used = [...sources.matchAll(/new Refusal\(\s*"([a-z-]+)"/g)].map(([, code]) => code);
  expect(used.length).toBeGreaterThan(20);
  expect(codes).toEqual(expect.arrayContaining(used));
});

test("a problem tells what happened and what to do, and never its cause", () => {
  const refusal = new Refusal("log-unavailable", "No Kafka broker answers.", {
    cause: new Error("/secret/path"),
  });
  const problem = problemOf(refusal);
  expect(problem).toMatchObject({ code: "log-unavailable", status: 503 });
  expect(problem.detail).toBe(
    "No Kafka broker answers. Try again in a moment. The server reconnects by itself.",
  );
  expect(JSON.stringify(problem)).not.toContain("secret");
});
