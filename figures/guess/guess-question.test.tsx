import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { GuessAnswer, GuessQuestion } from "./guess-question.tsx";

const textOf = (drawn: React.ReactElement) => renderToStaticMarkup(drawn).replaceAll(/<[^>]*>/g, "");

test("a question says nothing of its answer before the guess", () => {
  const question = (
    <GuessQuestion ask="Which one?" options={["this", "that"]} right={["that"]} reason="Because.">
      evidence
    </GuessQuestion>
  );
  expect(textOf(question)).toBe("Which one?thisthat");
  expect(renderToStaticMarkup(question)).not.toMatch(/✓|✗/);
});

test("a right guess and a wrong one differ in words and sign, and both get the reason", () => {
  expect(textOf(<GuessAnswer right={true} reason="Because." />)).toBe("✓ Correct. Because.");
  expect(textOf(<GuessAnswer right={false} reason="Because." />)).toBe("✗ Not quite. Because.");
});
