import { type ReactNode, useState } from "react";
import { guessWords } from "../../language/english/figures.ts";
import { GuessResult, GuessSign } from "./guess-result.tsx";
import "./guess.css";

export interface GuessQuestionProps<Guess extends string> {
  ask: string;
  guesses: readonly Guess[];
  /** The guesses that are right. */
  holds: readonly Guess[];
  /** What is shown after the guess: the answer and its reason. */
  children: ReactNode;
  onGuess?(guess: Guess): void;
}

/** A question that is guessed once; then it says whether the guess was right, and shows the answer. */
export function GuessQuestion<Guess extends string>(props: GuessQuestionProps<Guess>) {
  const { ask, guesses, holds, children, onGuess } = props;
  const [guess, setGuess] = useState<Guess | null>(null);
  const choose = (one: Guess) => {
    if (guess !== null) return;
    setGuess(one);
    onGuess?.(one);
  };
  return (
    <div className="guess-question">
      <p className="guess-ask">{ask}</p>
      <fieldset aria-label={ask}>
        {guesses.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={guess === one}
            aria-disabled={guess !== null}
            onClick={() => choose(one)}
          >
            {guess === one && (
              <>
                <GuessSign right={holds.includes(one)} />{" "}
              </>
            )}
            {one}
          </button>
        ))}
      </fieldset>
      <div aria-live="polite">
        {guess !== null && <GuessAnswer right={holds.includes(guess)} answer={children} />}
      </div>
    </div>
  );
}

/** Whether the guess was right, and the answer. */
export function GuessAnswer({ right, answer }: { right: boolean; answer: ReactNode }) {
  return (
    <>
      <p>
        <GuessResult right={right} text={right ? guessWords.right : guessWords.wrong} />
      </p>
      {answer}
    </>
  );
}
