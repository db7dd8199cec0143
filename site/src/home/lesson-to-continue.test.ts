import { expect, test } from "vitest";
import { lessonToContinue } from "./lesson-to-continue.ts";

const lessons = (...passed: string[]) =>
  ["chess", "carts", "cqrs"].map((slug) => ({ slug, done: passed.includes(slug) }));

test("the lesson opened last goes on until it is passed", () => {
  expect(lessonToContinue(lessons("chess"), "carts")).toBe("carts");
});

test("then comes the first after it that is not passed", () => {
  expect(lessonToContinue(lessons("carts"), "carts")).toBe("cqrs");
  expect(lessonToContinue(lessons("chess", "carts"), "chess")).toBe("cqrs");
});

test("after the last lesson comes one that was left out before", () => {
  expect(lessonToContinue(lessons("cqrs", "carts"), "cqrs")).toBe("chess");
});

test("nothing goes on before a lesson was opened, nor when all are passed", () => {
  expect(lessonToContinue(lessons(), null)).toBeNull();
  expect(lessonToContinue(lessons("chess", "carts", "cqrs"), "cqrs")).toBeNull();
});
