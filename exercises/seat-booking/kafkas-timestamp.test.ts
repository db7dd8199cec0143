import * as fc from "fast-check";
import { expect, test } from "vitest";
import { foldCasesIn } from "../../engine/grading/fold-cases.ts";
import { Grader } from "../../engine/grading/grader.ts";
import type { CheckMessage } from "../../engine/protocol/response-types.ts";
import { loadNodeEngine } from "../../engine/sandbox/node-engine.ts";
import { courseAnswer } from "../answer-source.ts";
import { openPack, readExercise } from "../catalog.ts";
import checks from "./checks.ts";

const fold = foldCasesIn(await loadNodeEngine());
const wrong = await courseAnswer("seat-booking", "wrong/kafkas-timestamp");

test("code that reads Kafka's timestamp is right on the log on screen and wrong on a log with a late record", async () => {
  const exercise = await readExercise(await openPack(), "seat-booking");
  const grader = new Grader(exercise, fold, 1);
  expect((await grader.compare(wrong)).differing).toEqual([]);

  const messages: CheckMessage[] = [];
  await grader.grade(wrong, (message) => messages.push(message));
  const failed = messages.find((message) => message.kind === "check" && !message.passed);
  expect(failed).toMatchObject({
    id: "confirmation",
    message: expect.stringMatching(
      /^This happens in another log of the checks, not in the log that you see\. At offset 1, .* confirms .* The record at offset \d has `occurredAt` [\d:]+ and `timestamp` [\d:]+\. Which of the two times does your code read\?$/,
    ),
  });
  // The smallest log keeps Kafka's time: folded on the page, it shows the same.
  expect(JSON.stringify(failed)).toMatch(/"timestamp":\d+/);
});

test("in generated logs a record often reaches Kafka later than it happened", () => {
  const logs = fc.sample(checks.generated.cases(fc), { numRuns: 200, seed: 1 });
  const late = logs.filter(({ records }) => records.some(({ timestamp }) => timestamp !== undefined));
  expect(late.length).toBeGreaterThan(100);
  for (const { timestamp, event } of logs.flatMap(({ records }) => records)) {
    const happened = Date.parse(event.metadata?.occurredAt ?? "");
    expect(timestamp ?? happened).toBeGreaterThanOrEqual(happened);
  }
});
