import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { FewestStatementsLine } from "./fewest-statements-line.tsx";

const textWith = (best: number | undefined) =>
  renderToStaticMarkup(<FewestStatementsLine par={9} best={best} />);

test("an answer that is shorter than the shortest known one is called that", () => {
  expect(textWith(8)).toContain(
    "Your shortest has 8 statements: fewer than the shortest answer we knew (9).",
  );
  expect(textWith(8)).not.toContain("Shortest known answer");
});

test("any other is shown beside the shortest known one", () => {
  expect(textWith(9)).toContain("Shortest known answer: 9 statements. Your shortest: 9.");
  expect(textWith(undefined)).toContain("Shortest known answer: 9 statements.");
});
