import { type ReactNode, useId, useState } from "react";
import { guessWords as words } from "../../language/english/figures.ts";
import { GuessResult, GuessSign } from "./guess-result.tsx";
import "../figure-button.css";
import "./guess.css";

export interface GuessQuestionProps<Option extends string> {
  ask: string;
  options: readonly Option[];
  /** The options that are right. */
  right: readonly Option[];
  /** What is said in the line that says whether the guess was right. */
  reason?: ReactNode;
  /** The answer that follows this line, such as a table, or a button that shows the evidence. */
  children?: ReactNode;
  onGuess?(option: Option): void;
}

/** A question to guess at before the figure answers it. There is one guess. */
export function GuessQuestion<Option extends string>(props: GuessQuestionProps<Option>) {
  const { ask, options, right, reason, children, onGuess } = props;
  const [guess, setGuess] = useState<Option | null>(null);
  const id = useId();
  const choose = (option: Option) => {
    if (guess !== null) return;
    setGuess(option);
    onGuess?.(option);
  };
  return (
    <div className="guess-question">
      <p className="guess-ask" id={id}>
        {ask}
      </p>
      <fieldset className="guess-options" aria-labelledby={id}>
        {options.map((option) => (
          <button
            key={option}
            type="button"
            className="figure-button"
            aria-pressed={guess === option}
            aria-disabled={guess !== null}
            onClick={() => choose(option)}
          >
            {guess !== null && (guess === option || right.includes(option)) && (
              <>
                <GuessSign right={right.includes(option)} />{" "}
              </>
            )}
            {option}
          </button>
        ))}
      </fieldset>
      <div aria-live="polite">
        {guess !== null && (
          <>
            <GuessAnswer right={right.includes(guess)} reason={reason} />
            {children}
          </>
        )}
      </div>
    </div>
  );
}

/** Whether the guess was right, and why. */
export function GuessAnswer({ right, reason }: { right: boolean; reason?: ReactNode }) {
  return (
    <p>
      <GuessResult right={right} text={right ? words.right : words.wrong} /> {reason}
    </p>
  );
}
