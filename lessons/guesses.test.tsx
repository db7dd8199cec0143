import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { gameAtPly } from "./1-thinking-in-events/chess/game-at-ply.ts";
import { games } from "./1-thinking-in-events/chess/game-data.ts";
import { Row } from "./1-thinking-in-events/chess/question-table.tsx";
import { questions as chessQuestions } from "./1-thinking-in-events/chess/questions.ts";
import { questions } from "./2-storing-data-as-events/create-and-read-only/questions.ts";
import { Answers } from "./2-storing-data-as-events/create-and-read-only/who-can-tell.tsx";
import { Names } from "./4-cqrs/cqrs/shapes-figure.tsx";

/** What is read of a drawing, its signs included. */
const textOf = (drawn: React.ReactElement) => renderToStaticMarkup(drawn).replaceAll(/<[^>]*>/g, "");
const rightSaid = (drawn: React.ReactElement, words: string) => {
  expect(textOf(drawn)).toContain(`✓ ${words}`);
  expect(textOf(drawn)).not.toContain("✗");
};
const wrongSaid = (drawn: React.ReactElement, words: string) => {
  expect(textOf(drawn)).toContain(`✗ ${words}`);
  expect(textOf(drawn)).not.toContain("✓");
};

test("lesson 8 tells a right guess from a wrong one by words and a sign", () => {
  for (const question of questions)
    for (const guess of ["the table", "the log", "both", "neither"] as const) {
      const answers = <Answers question={question} guess={guess} />;
      if (question.holds.includes(guess)) rightSaid(answers, "Correct.");
      else wrongSaid(answers, "Not quite.");
    }
});

test("the chess lesson tells a right guess from a wrong one, and says nothing of a question that was not guessed", () => {
  const moment = gameAtPly(games[0] as (typeof games)[number], 6);
  const rowOf = (question: (typeof chessQuestions)[number], guess?: "picture" | "FEN" | "moves" | "none") => (
    <table>
      <tbody>
        <Row question={question} guess={guess} open={false} moment={moment} onGuess={() => {}} />
      </tbody>
    </table>
  );
  for (const question of chessQuestions) {
    rightSaid(rowOf(question, question.needs ?? "none"), "You guessed right.");
    wrongSaid(
      rowOf(question, question.needs === "picture" ? "FEN" : "picture"),
      `You guessed the ${question.needs === "picture" ? "FEN" : "picture"}.`,
    );
    expect(textOf(rowOf(question))).not.toContain("guessed");
  }
});

test("the CQRS lesson tells a right guess from a wrong one", () => {
  const shape = { models: "one", stores: "one", update: "now", keeps: "states" } as const;
  rightSaid(<Names shape={shape} right={true} hint="…" />, "Correct. …");
  wrongSaid(<Names shape={shape} right={false} hint="…" />, "Not quite. …");
});
