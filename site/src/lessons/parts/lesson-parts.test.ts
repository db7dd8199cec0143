import { expect, test } from "vitest";
import { minutesLine, timeOf } from "./lesson-parts.ts";

test("the minutes line adds up the parts and names the questions", () => {
  expect(minutesLine({ read: 4, play: 2, write: 7, quiz: 2 }, 3)).toBe(
    "15 minutes: read 4, play 2, first exercise 7, three questions.",
  );
});

test("a part that a lesson does not have is left out of the minutes line", () => {
  expect(minutesLine({ read: 5 }, 0)).toBe("5 minutes: read 5.");
});

test("a part says its own time", () => {
  expect(timeOf("see", { read: 4, play: 1 })).toBe("1 minute");
  expect(timeOf("keep", { read: 4, play: 1 })).toBeUndefined();
});
