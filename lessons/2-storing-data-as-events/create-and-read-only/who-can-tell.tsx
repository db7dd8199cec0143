import { useState } from "react";
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

function Answers({ question, guess }: { question: Question; guess: Guess }) {
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
        {question.holds.includes(guess) ? "As you said." : "Not as you said."} {question.reason}
      </p>
    </>
  );
}
