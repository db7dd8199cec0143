import { expect, test } from "vitest";
import { collectTrace } from "../../../engine/fold/states-of-trace.ts";
import type { TraceMessage } from "../../../engine/fold/trace.ts";
import { loadNodeEngine } from "../../../engine/sandbox/node-engine.ts";
import { requestOf } from "../session/browser-fold.ts";
import { exampleLog, payloadOf } from "./my-log-payload.ts";
import starter from "./starter.ts?raw";

test("the reducer that the page opens with folds the example to where its learner stands", async () => {
  const engine = await loadNodeEngine();
  const payload = payloadOf(exampleLog(), "example-log", {
    starter,
    starterHtml: "",
    typesText: "",
    typesHtml: "",
  });
  const messages: TraceMessage[] = [];
  await engine.run(requestOf(payload, starter, { kind: "lesson" }), (message) => messages.push(message));
  expect(collectTrace(messages).end).toMatchObject({
    verdict: "ok",
    state: {
      lessons: { "create-and-read-only": ["explain"] },
      answers: { right: 1, wrong: 0 },
      exercises: { "cart-read-only": { tries: 1, hints: 1, passed: "2026-03-02T09:13:00.000Z" } },
    },
  });
});
