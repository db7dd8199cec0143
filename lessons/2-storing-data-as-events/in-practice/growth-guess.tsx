import { GuessResult, GuessSign } from "../../../figures/guess/guess-result.tsx";

export const guesses = ["none of them", "only cart-4", "two of them", "all four"] as const;
export type Guess = (typeof guesses)[number];
export const rightGuess: Guess = "all four";

/** The question before the topic grows. A guess cannot be taken back. */
export function GrowthGuess({ guess, onGuess }: { guess: Guess | null; onGuess(guess: Guess): void }) {
  return (
    <fieldset className="practice-guess">
      <legend>
        At 09:07 the topic grows from three partitions to four. Which carts go on in another partition?
      </legend>
      {guesses.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={guess === one}
          aria-disabled={guess !== null}
          onClick={() => guess === null && onGuess(one)}
        >
          {guess === one && (
            <>
              <GuessSign right={one === rightGuess} />{" "}
            </>
          )}
          {one}
        </button>
      ))}
      <div aria-live="polite">{guess !== null && <GrowthAnswer guess={guess} />}</div>
    </fieldset>
  );
}

export function GrowthAnswer({ guess }: { guess: Guess }) {
  const right = guess === rightGuess;
  return (
    <p>
      <GuessResult right={right} text={right ? "Correct." : "Not quite."} /> All four go on in another
      partition. The producer divides by 4 instead of 3, so every remainder may change. Kafka leaves the old
      records where they are. Now send the other records, and compare with a topic that did not grow.
    </p>
  );
}
