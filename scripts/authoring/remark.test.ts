import { expect, test } from "vitest";
import { remarkOf } from "./remark.ts";

test.each([
  ["jar/solution.ts is missing. Write it.", "jar/solution.ts", "It is missing.", "Write it."],
  [
    "jar/exercise.yaml: the id must be the folder's name, jar.",
    "jar/exercise.yaml",
    "The id must be the folder's name, jar.",
    "Fix it and check again.",
  ],
  [
    "In course.jar, no record has the key cup. Name a key of the log under log: { key }.",
    "jar/exercise.yaml",
    "In course.jar, no record has the key cup.",
    "Name a key of the log under log: { key }.",
  ],
  // The name of a topic is no file, and no part of the sentence is lost.
  [
    "course.room-housekeeping: the records of 301 are spread. Put them together.",
    "jar/exercise.yaml",
    "course.room-housekeeping: the records of 301 are spread.",
    "Put them together.",
  ],
  [
    "course.jar: a record is odd.",
    "jar/exercise.yaml",
    "course.jar: a record is odd.",
    "Fix it and check again.",
  ],
])("what was thrown is a whole sentence: %s", (message, file, wrong, next) => {
  expect(remarkOf(new Error(message), "jar/exercise.yaml")).toEqual({ file, wrong, next, needed: "always" });
});

test("what was thrown with a line names it", () => {
  expect(remarkOf(new Error("jar/log.ndjson:3 is not JSON."), "x.yaml")).toMatchObject({
    file: "jar/log.ndjson",
    line: 3,
    wrong: "It is not JSON.",
  });
});
