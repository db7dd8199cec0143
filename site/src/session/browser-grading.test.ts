import { expect, test } from "vitest";
import type { CheckMessage } from "../../../engine/protocol/answers.ts";
import type { ExercisePayload } from "../workbench/payload.ts";
import { checkInBrowser } from "./browser-grading.ts";

const payload = { exercise: { id: "my-garage" }, records: [] } as unknown as ExercisePayload;

test("an exercise of a pack is not checked here: one end comes, and says where it is checked", async () => {
  const heard: CheckMessage[] = [];
  await new Promise<void>((ended) => {
    checkInBrowser({ payload, source: "" }, (message) => {
      heard.push(message);
      ended();
    });
  });
  expect(heard).toEqual([
    expect.objectContaining({ kind: "end", passed: false, seed: null, verdict: "engine-fault" }),
  ]);
  expect(heard[0]?.message).toContain("checked on the course’s server");
});
