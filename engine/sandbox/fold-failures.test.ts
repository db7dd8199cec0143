import { expect, test } from "vitest";
import { problemOfExpression } from "./fold-failures.ts";
import { recordsOf, reducerWith, runSource } from "./testing/run-source.ts";

test.each([
  ["state.lines[", "`state.lines[` is not a valid expression. Something is missing at its end. Use state"],
  ["foo(", "`foo(` is not a valid expression. Something is missing at its end. Use state"],
  ["state.sum +", "`state.sum +` is not a valid expression. Something is missing at its end. Use state"],
])(
  "an expression without its end, %s, is not answered with a bracket that nobody typed",
  async (expression, said) => {
    const { end } = await runSource(reducerWith("return state;"), {
      records: recordsOf(1),
      watches: [expression],
    });
    expect(end.message).toContain(said);
  },
);

test("a bracket that was typed is named as the engine names it", () => {
  const why = "unexpected token in expression: ')'";
  expect(problemOfExpression("a)", why).message).toContain("Unexpected token in expression: ')'.");
});
