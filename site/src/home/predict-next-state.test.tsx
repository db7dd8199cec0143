import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { PredictNextState } from "./predict-next-state.tsx";

const answered = (answer: string) =>
  renderToStaticMarkup(<PredictNextState.Answer answer={answer} />).replaceAll(/<[^>]*>/g, "");

test("a right prediction and a wrong one have signs of their own, beside the words", () => {
  expect(answered("pants 1")).toMatch(/^✓ You said pants 1\. Right\./);
  expect(answered("pants 1, hat 1")).toMatch(/^✗ You said pants 1, hat 1\. Not this time\./);
});
