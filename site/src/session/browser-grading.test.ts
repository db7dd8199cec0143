import { expect, test } from "vitest";
import type { CheckMessage, CheckProgress } from "../../../engine/protocol/response-types.ts";
import type { ExercisePayload } from "../exercise/exercise-payload.ts";
import { checkInBrowser } from "./browser-grading.ts";

const payload = { exercise: { id: "my-garage" }, records: [] } as unknown as ExercisePayload;

test("an exercise of a pack is not checked here: one end comes, and says where it is checked", async () => {
  const received: (CheckMessage | CheckProgress)[] = [];
  await new Promise<void>((ended) => {
    checkInBrowser({ payload, source: "" }, (message) => {
      received.push(message);
      ended();
    });
  });
  expect(received).toEqual([
    expect.objectContaining({ kind: "end", passed: false, seed: null, verdict: "engine-fault" }),
  ]);
  expect(received[0]).toMatchObject({ message: expect.stringContaining("checked on the course server") });
});
