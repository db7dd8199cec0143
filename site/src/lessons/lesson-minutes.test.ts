import { expect, test } from "vitest";
import { lessonMinutes, totalMinutes } from "./lesson-minutes.ts";

const lesson = (opening: number, explanation: number) =>
  `${"word ".repeat(opening)}\n\n<Explain>\n\n## A **claim**\n\n${"word ".repeat(explanation)}\n\n</Explain>\n\n<Deeper>\n\n${"more ".repeat(900)}\n\n</Deeper>\n`;

test("reading is computed at 200 words a minute from the opening and the explanation, whatever comes after", () => {
  expect(lessonMinutes(lesson(198, 800), 0, {})).toEqual({ read: 5 });
  expect(lessonMinutes(lesson(98, 800), 0, {}).read).toBe(5);
  expect(lessonMinutes(lesson(97, 800), 0, {}).read).toBe(4);
});

test("a quiz takes 0.7 minutes a question, and the author says how long the figure and the exercise take", () => {
  const minutes = lessonMinutes(lesson(10, 10), 4, { play: 2, write: 7 });
  expect(minutes).toEqual({ read: 1, play: 2, write: 7, quiz: 3 });
  expect(totalMinutes(minutes)).toBe(13);
});

test("an opening without an explanation, and a question alone, take a minute", () => {
  expect(lessonMinutes("A scene.\n", 1, {})).toEqual({ read: 1, quiz: 1 });
});
