import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { CheckOutcome } from "../../../../engine/protocol/response-types.ts";
import { type Question, questionText } from "./question-text.ts";

const failed: CheckOutcome = {
  kind: "check",
  id: "lines",
  title: "Lines",
  passed: false,
  message: "At offset 1. What then?",
  firstDivergence: { index: 1, position: null, expected: { pants: 1 }, actual: { pants: 2 } },
  counterexample: {
    records: [
      { key: "cart-1", event: { type: "ItemAdded", data: { sku: "pants" } } },
      { key: "cart-1", event: { type: "ItemAdded", data: { sku: "pants" } }, offset: 0 },
    ],
  },
};
const question: Question = {
  exercise: { id: "cart-read-only", title: "The cart", lesson: "create-and-read-only" },
  failed,
  code: "export const a = 1;\n",
  where: "Kafka 4.3.1",
  link: "http://localhost/#oz=1",
};

test("a question holds what somebody needs who is asked", () => {
  expect(questionText(question)).toBe(`# A question about “The cart”

- Exercise: The cart (\`cart-read-only\`)
- Lesson: \`create-and-read-only\`
- Ran on: Kafka 4.3.1
- Link to this step: http://localhost/#oz=1

## The check that fails

**Lines**

> At offset 1. What then?

Expected \`{"pants":1}\`, mine is \`{"pants":2}\`.

## The smallest log on which the code fails

\`\`\`ndjson
{"key":"cart-1","event":{"type":"ItemAdded","data":{"sku":"pants"}}}
{"key":"cart-1","position":{"topic":"given","partition":0,"offset":0},"event":{"type":"ItemAdded","data":{"sku":"pants"}}}
\`\`\`

## My code

\`\`\`ts
export const a = 1;
\`\`\`

## What I have tried, and what I do not understand

`);
});

test("what is said of the smallest log stands below it", () => {
  const counterexampleMessage = { message: "At offset 0. What now?", sentences: [] };
  const text = questionText({ ...question, failed: { ...failed, counterexampleMessage } });
  expect(text).toContain("```\n\n> At offset 0. What now?\n\n## My code");
});

test("law: whatever the code holds, it ends at its own fence", () => {
  const code = fc
    .array(fc.constantFrom("`", "```", "\n", "a"), { maxLength: 20 })
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(code, (source) => {
      const lines = questionText({ ...question, failed: null, code: source }).split("\n");
      const begin = lines.findIndex((line) => /^`{3,}ts$/.test(line));
      const fence = lines[begin]?.slice(0, -2) ?? "";
      const end = lines.indexOf(fence, begin + 1);
      expect(lines.slice(begin + 1, end).join("\n")).toBe(source.trimEnd());
    }),
  );
});
