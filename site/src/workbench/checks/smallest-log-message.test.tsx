import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { CheckOutcome } from "../../../../engine/protocol/response-types.ts";
import { SmallestLogMessage } from "./smallest-log-message.tsx";

const failed: CheckOutcome = {
  kind: "check",
  id: "room",
  title: "Room",
  passed: false,
  message: "Room 302",
};

test("what is said of the smallest log is shown where it is about another record", () => {
  const counterexampleMessage = { message: "At offset 0 room 309 is dirty. Why?", sentences: [] };
  const html = renderToStaticMarkup(<SmallestLogMessage outcome={{ ...failed, counterexampleMessage }} />);
  expect(html).toContain("In the smallest log: ");
  expect(html).toContain("room 309");
});

test("where the message is about the smallest log, nothing is added", () => {
  expect(renderToStaticMarkup(<SmallestLogMessage outcome={failed} />)).toBe("");
});
