import { useState } from "react";
import type { Moment } from "./moment.ts";
import { canAnswer, type Question, questions, type Reader, readers } from "./questions.ts";

type Guess = Reader | "none";
const guesses: Guess[] = [...readers, "none"];

/** Eight questions about this moment. The reader guesses who can answer, then sees it, with the answer and the reason. */
export function QuestionTable({ moment }: { moment: Moment }) {
  const [guessed, setGuessed] = useState<Record<string, Guess>>({});
  const [shown, setShown] = useState(false);
  const asked = questions.filter(({ id }) => guessed[id] !== undefined);
  const right = asked.filter(({ id, needs }) => guessed[id] === (needs ?? "none")).length;
  return (
    <div className="chess-questions">
      <h3>Who can tell you …</h3>
      <p className="chess-how">
        Each reader knows what the one before it knows, and more. Which is the first that can answer? Guess,
        then look.
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
            Show me the rest
          </button>
        )}
      </p>
    </div>
  );
}

interface RowProps {
  question: Question;
  guess: Guess | undefined;
  /** Whether it can still be guessed; the answer is not shown before. */
  open: boolean;
  moment: Moment;
  onGuess(guess: Guess): void;
}

function Row({ question, guess, open, moment, onGuess }: RowProps) {
  const wrong = guess !== undefined && guess !== (question.needs ?? "none");
  return (
    <tr>
      <th scope="row" colSpan={open ? 1 + readers.length : 1}>
        <span>{question.asks}</span>
        {open ? (
          <fieldset className="chess-guesses" aria-label={`The first that can tell: ${question.asks}`}>
            {guesses.map((each) => (
              <button key={each} type="button" onClick={() => onGuess(each)}>
                {each}
              </button>
            ))}
          </fieldset>
        ) : (
          <span className="chess-answer">
            <strong>{question.answer(moment)}</strong> {question.reason}
            {wrong && ` You guessed ${guess === "none" ? "none of them" : `the ${guess}`}.`}
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
