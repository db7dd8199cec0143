import { expect, test } from "vitest";
import { progressIn } from "./fold-progress.ts";
import { type LessonAsks, lessonStanding } from "./lesson-standing.ts";
import { progressEvent } from "./progress-event.ts";

const asks: LessonAsks = {
  core: ["cart"],
  further: ["cart-hard"],
  questions: 2,
  minutes: { read: 4, play: 2, write: 7, quiz: 2 },
};
const standing = (...log: Parameters<typeof progressIn>[0]) => lessonStanding(progressIn(log), "carts", asks);
const pass = (exercise: string) =>
  progressEvent("ExercisePassed", { exercise, solution: "no", records: 8, logs: 200 });
const answer = (question: number, right: boolean) =>
  progressEvent("QuizAnswered", { lesson: "carts", question, option: right ? 0 : 1, right });

test("a lesson never opened has all its minutes left", () => {
  expect(standing()).toEqual({ is: "new", passed: 0, of: 2, minutesLeft: 15 });
});

test("what was read and answered right is no longer to be done", () => {
  const opened = progressEvent("LessonOpened", { lesson: "carts" });
  expect(standing(opened)).toMatchObject({ is: "begun", minutesLeft: 15 });
  const read = ["explain", "see"].map((part) => progressEvent("PartRead", { lesson: "carts", part }));
  expect(standing(opened, ...read)).toMatchObject({ minutesLeft: 9 });
  const half = [answer(0, false), answer(0, true), answer(1, false)];
  expect(standing(opened, ...read, ...half)).toMatchObject({ minutesLeft: 9 });
  expect(standing(opened, ...read, ...half, answer(1, true))).toMatchObject({ minutesLeft: 7 });
});

test("a lesson is passed with the exercises of its core", () => {
  expect(standing(pass("cart"))).toEqual({ is: "passed", passed: 1, of: 2, minutesLeft: 0 });
  expect(standing(pass("cart-hard"))).toMatchObject({ is: "begun", minutesLeft: 15 });
});

test("whoever says “I know this” is believed after the hardest exercise", () => {
  const claim = progressEvent("LessonClaimed", { lesson: "carts", exercise: "cart-hard" });
  expect(standing(claim)).toMatchObject({ is: "new", minutesLeft: 15 });
  expect(standing(claim, pass("cart-hard"))).toMatchObject({ is: "known", minutesLeft: 0 });
});

test("a lesson without exercises is never passed by itself", () => {
  const bare = { ...asks, core: [], further: [] };
  expect(lessonStanding(progressIn([]), "carts", bare)).toMatchObject({ is: "new", of: 0 });
});
