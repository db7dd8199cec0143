import { useState } from "react";
import { GuessResult, GuessSign } from "../../../figures/guess/guess-result.tsx";
import { type Guess, guesses, type Question, questions } from "./questions.ts";

/** Four questions to table and log. Each is guessed first; then both answer, and the page can be opened there. */
export function WhoCanTell({ onLook }: { onLook(look: NonNullable<Question["look"]>): void }) {
  return (
    <section className="who" aria-labelledby="who-can-tell">
      <h3 id="who-can-tell">Who can tell you …</h3>
      <p className="who-how">Guess first. Then look.</p>
      <ol>
        {questions.map((question) => (
          <li key={question.ask}>
            <Asked question={question} onLook={onLook} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Asked({
  question,
  onLook,
}: {
  question: Question;
  onLook: Parameters<typeof WhoCanTell>[0]["onLook"];
}) {
  const [guess, setGuess] = useState<Guess | null>(null);
  const { ask, look } = question;
  return (
    <>
      <p className="who-ask">{ask}</p>
      <fieldset className="who-guesses" aria-label={`Who can tell you ${ask}`}>
        {guesses.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={guess === one}
            aria-disabled={guess !== null}
            onClick={() => setGuess(guess ?? one)}
          >
            {guess === one && (
              <>
                <GuessSign right={question.holds.includes(one)} />{" "}
              </>
            )}
            {one}
          </button>
        ))}
      </fieldset>
      <div aria-live="polite">{guess !== null && <Answers question={question} guess={guess} />}</div>
      {guess !== null && look && (
        <button type="button" className="who-look" onClick={() => onLook(look)}>
          Look at offset {look.offset}
        </button>
      )}
    </>
  );
}

/** What table and log answer, and whether the guess was right. */
export function Answers({ question, guess }: { question: Question; guess: Guess }) {
  const right = question.holds.includes(guess);
  return (
    <>
      <dl>
        <div>
          <dt>The table</dt>
          <dd>{question.table}</dd>
        </div>
        <div>
          <dt>The log</dt>
          <dd>{question.log}</dd>
        </div>
      </dl>
      <p className="who-reason">
        <GuessResult right={right} text={right ? "Correct." : "Not quite."} /> {question.reason}
      </p>
    </>
  );
}
