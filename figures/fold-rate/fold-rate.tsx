import { type ReactNode, useId, useState } from "react";
import type { Json } from "../../engine/fold/json.ts";
import { guessWords } from "../../language/english/figures.ts";
import { foldRateWords as words } from "../../language/english/fold-rate.ts";
import { GuessResult } from "../guess/guess-result.tsx";
import { type DurationGuess, durationGuesses, rightGuess } from "./duration-guess.ts";
import { FoldRatePlot } from "./fold-rate-plot.tsx";
import { RecoveryTime } from "./recovery-time.tsx";
import { type FoldSource, rateOf, useFoldRate } from "./use-fold-rate.ts";
import "../figure-button.css";
import "./fold-rate.css";

interface FoldRateProps {
  /** How many events the worker's log has. */
  count: number;
  /** The codes to fold with, in this order. The last one is the one that is measured. */
  sources: FoldSource[];
  /** Opens a worker that makes the log (`serve-log.ts`). */
  openLogWorker(): Worker;
  /** The question that the reader guesses. */
  question: string;
  /** What the states at the end say, in the order of the sources. */
  answer(states: Json[]): ReactNode;
}

/** A long log, folded here and now by the engine: guessed first, then measured and drawn. */
export function FoldRate({ count, sources, openLogWorker, question, answer }: FoldRateProps) {
  const { measured, start } = useFoldRate(openLogWorker, sources);
  const id = useId();
  const [guess, setGuess] = useState<DurationGuess | null>(null);
  const { status, folds } = measured;
  const last = folds.at(-1);
  const seconds = (last?.points.at(-1)?.milliseconds ?? 0) / 1_000;
  const right = rightGuess(seconds) === guess;
  return (
    <div className="fold-rate guess-question">
      <p className="guess-ask" id={id}>
        {question} {words.guessFirst}
      </p>
      <fieldset className="guess-options" aria-labelledby={id}>
        {durationGuesses.map(([name]) => (
          <button
            key={name}
            type="button"
            className="figure-button"
            aria-pressed={guess === name}
            aria-disabled={guess !== null}
            onClick={() => {
              if (guess !== null) return;
              setGuess(name);
              start();
            }}
          >
            {words.guesses[name]}
          </button>
        ))}
      </fieldset>
      {folds.length > 0 && <FoldRatePlot folds={folds} count={count} />}
      <p role="status">
        {status === "folding" && words.folding(last?.points.at(-1)?.records ?? 0, count)}
        {status === "failed" && words.failed}
        {status === "done" && last && (
          <>
            <GuessResult right={right} text={right ? guessWords.right : guessWords.wrong} />{" "}
            {words.measured(count, seconds, rateOf(last))} {words.slowStart}
          </>
        )}
      </p>
      {status === "done" && last && (
        <>
          {answer(folds.map(({ state = null }) => state))}
          <RecoveryTime rate={rateOf(last)} />
          <button type="button" className="figure-button" onClick={start}>
            {words.again}
          </button>
        </>
      )}
    </div>
  );
}
