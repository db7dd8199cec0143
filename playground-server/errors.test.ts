import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { missingLines } from "../engine/line-coverage/line-coverage-messages.ts";
import { refusalAdvice } from "../engine/sentences/english/refusals.ts";
import { verbatimMessage } from "../engine/sentences/message.ts";
import { englishSentences } from "../engine/sentences/testing/english-sentences.ts";
import { expectSentences } from "../engine/sentences/testing/expect-sentences.ts";
import { type ErrorCode, errors, problemOf, Refusal, refusalDetail } from "./errors.ts";

const codes = Object.keys(errors) as ErrorCode[];
const sources = globSync("**/*.ts", { cwd: import.meta.dirname })
  .filter((file) => !file.endsWith(".test.ts") && file !== "errors.ts")
  .map((file) => readFileSync(join(import.meta.dirname, file), "utf8"))
  .join("\n");

test.each(codes)("%s is used, has a title and says what to do next", (code) => {
  const { status, title } = errors[code];
  const next = refusalAdvice[code];
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
  const refusal = new Refusal("log-unavailable", verbatimMessage("No Kafka broker answers."), {
    cause: new Error("/secret/path"),
  });
  const problem = problemOf(refusal);
  expect(problem).toMatchObject({ code: "log-unavailable", status: 503 });
  expect(problem.detail).toBe("No Kafka broker answers. Try again in a moment.");
  expect(JSON.stringify(problem)).not.toContain("secret");
});

test("a refusal may say what to do next in this case, instead of the code's own advice", () => {
  const { detail, sentences } = problemOf(
    new Refusal("log-refused", verbatimMessage("Kafka has a topic of this name."), {
      next: verbatimMessage("Take another."),
    }),
  );
  expect(detail).toBe("Kafka has a topic of this name. Take another.");
  expectSentences({ message: detail, sentences });
});

test("a problem says as data, too, what happened and what to do", () => {
  const detail = refusalDetail("partition-absent", { topic: "mine.carts", partition: 7 });
  const problem = problemOf(new Refusal("slice-invalid", detail));
  expect(problem.detail).toMatch(/^mine\.carts has no partition 7\. Check/);
  expect(problem.sentences).toEqual([
    { code: "partition-absent", params: { topic: "mine.carts", partition: 7 } },
    { code: "slice-invalid", params: {} },
  ]);
  const { sentences } = problemOf(new Refusal("busy"));
  expect(sentences).toEqual([{ code: "busy", params: {} }]);
});

test("every sentence of engine and server is said somewhere", () => {
  const engine = globSync("**/*.ts", { cwd: join(import.meta.dirname, "../engine") })
    .filter((file) => !file.startsWith("sentences") && !file.endsWith(".test.ts"))
    .map((file) => readFileSync(join(import.meta.dirname, "../engine", file), "utf8"));
  const said = [sources, ...engine].join("\n");
  // The advice of a refusal has the refusal's code, a pass for lines that of what is missing.
  const others = new Set<string>([...codes, ...missingLines.map((missing) => `lines-${missing}`)]);
  const unused = Object.keys(englishSentences).filter(
    (code) => !others.has(code) && !said.includes(`"${code}"`),
  );
  expect(unused).toEqual([]);
});
