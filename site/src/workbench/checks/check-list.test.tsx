import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { CheckEnd, CheckOutcome } from "../../../../engine/protocol/response-types.ts";
import { CheckList } from "./check-list.tsx";

const checks = ["adds", "removes", "pays"].map((id) => ({ id, title: id }));
const outcome = (id: string, passed: boolean): CheckOutcome => ({
  kind: "check",
  id,
  title: id,
  passed,
  message: "",
});
const end: CheckEnd = {
  kind: "end",
  verdict: "ok",
  passed: false,
  message: "",
  sentences: [],
  records: 1,
  logs: 0,
  seed: 1,
};

/** What stands beside each check. */
function wordsOf(form: "code" | "predict", outcomes: CheckOutcome[]): string[] {
  const checking = { source: "", outcomes, end, waiting: null, progress: null };
  const html = renderToStaticMarkup(<CheckList exercise={{ form, checks }} checking={checking} />);
  return [...html.matchAll(/wb-check-word">([^<]*)/g)].map(([, word = ""]) => word);
}

test("a check that stands before the first mistake is not called passed", () => {
  const outcomes = [outcome("adds", true), outcome("removes", false)];
  expect(wordsOf("code", outcomes)).toEqual(["no mistake so far", "failed", "not reached"]);
});

test("every predicted state is judged by itself", () => {
  const outcomes = [outcome("adds", true), outcome("removes", false)];
  expect(wordsOf("predict", outcomes)).toEqual(["passed", "failed", "not reached"]);
});

test("what a law found stands below the checks", () => {
  const outcomes = [...checks.map(({ id }) => outcome(id, true)), outcome("law-order", false)];
  expect(wordsOf("code", outcomes)).toEqual([...Array(3).fill("no mistake so far"), "failed"]);
});
