import { useState } from "react";
import { GuessResult } from "../../../figures/guess/guess-result.tsx";
import type { GameAtPly } from "./game-at-ply.ts";
import { canAnswer, type Question, questions, type Reader, readers } from "./questions.ts";

type Guess = Reader | "none";
const guesses: Guess[] = [...readers, "none"];

/** Eight questions about this moment. The reader guesses who can answer, then sees it, with the answer and the reason. */
export function QuestionTable({ moment }: { moment: GameAtPly }) {
  const [guessed, setGuessed] = useState<Record<string, Guess>>({});
  const [shown, setShown] = useState(false);
  const asked = questions.filter(({ id }) => guessed[id] !== undefined);
  const right = asked.filter(({ id, needs }) => guessed[id] === (needs ?? "none")).length;
  return (
    <div className="chess-questions">
      <h3>Who can tell you …</h3>
      <p className="chess-how">
        A FEN says all that a picture says, and more. The moves say still more. Guess for each question: which
        is the first of the three that can answer it?
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">Question</th>
            {readers.map((reader) => (
              <th key={reader} scope="col">
                {reader}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {questions.map((question) => (
            <Row
              key={question.id}
              question={question}
              guess={guessed[question.id]}
              open={!shown && guessed[question.id] === undefined}
              moment={moment}
              onGuess={(guess) => setGuessed({ ...guessed, [question.id]: guess })}
            />
          ))}
        </tbody>
      </table>
      <p className="chess-score" aria-live="polite">
        {asked.length === 0 ? "No guess yet." : `${right} of ${asked.length} guessed right.`}
        {!shown && asked.length < questions.length && (
          <button type="button" onClick={() => setShown(true)}>
            Show the other answers
          </button>
        )}
      </p>
    </div>
  );
}

const said = (guess: Guess) => (guess === "none" ? "none of them" : `the ${guess}`);

interface RowProps {
  question: Question;
  guess: Guess | undefined;
  /** Whether it can still be guessed; the answer is not shown before. */
  open: boolean;
  moment: GameAtPly;
  onGuess(guess: Guess): void;
}

/** One question: open to guess, or answered. */
export function Row({ question, guess, open, moment, onGuess }: RowProps) {
  const right = guess === (question.needs ?? "none");
  return (
    <tr>
      <th scope="row" colSpan={open ? 1 + readers.length : 1}>
        <span>{question.asks}</span>
        {open ? (
          <fieldset className="chess-guesses" aria-label={`What is enough to tell: ${question.asks}`}>
            {guesses.map((each) => (
              <button key={each} type="button" onClick={() => onGuess(each)}>
                {each}
              </button>
            ))}
          </fieldset>
        ) : (
          <span className="chess-answer">
            <strong>{question.answer(moment)}</strong> {question.reason}{" "}
            {guess !== undefined && (
              <GuessResult
                right={right}
                text={right ? "You guessed right." : `You guessed ${said(guess)}.`}
              />
            )}
          </span>
        )}
      </th>
      {!open &&
        readers.map((reader) => {
          const knows = canAnswer(reader, question);
          return (
            <td key={reader} className={knows ? "yes" : "no"}>
              {knows ? "yes" : "no"}
            </td>
          );
        })}
    </tr>
  );
}
