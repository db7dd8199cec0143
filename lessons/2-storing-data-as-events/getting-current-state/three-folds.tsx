import { GuessQuestion } from "../../../figures/guess/guess-question.tsx";
import { type Fold, folds } from "./folds.ts";

export const rightFold = "C";

export const afterTheGuess: Record<Fold["id"], string> = {
  A: "Fold A computes empty lines and does not use them: the cart that it returns still has the old lines. Run it up to offset 8.",
  B: "Fold B gives the right carts, one after the other. But it writes into the cart that it was given. Run it, and look at the carts that somebody kept.",
  C: "Fold C begins the second cart from initialState, and it writes only into new objects. Run the other two, and find what goes wrong.",
};

interface ThreeFoldsProps {
  guess: Fold["id"] | null;
  onGuess(guess: Fold["id"]): void;
}

/** The lines in which three folds differ, and the question which of them is right. */
export function ThreeFolds({ guess, onGuess }: ThreeFoldsProps) {
  return (
    <section aria-labelledby="which-fold">
      <h3 id="which-fold">Which fold is right?</h3>
      <p>
        The three are the same except for these lines. <code>sku</code> and <code>qty</code> come from the
        record.
      </p>
      <div className="three-folds-codes">
        {folds.map(({ id, code }) => (
          <figure key={id}>
            <figcaption>Fold {id}</figcaption>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a block that scrolls must be reachable by keyboard. */}
            <pre tabIndex={0}>
              <code>{code}</code>
            </pre>
          </figure>
        ))}
      </div>
      <GuessQuestion
        ask="Guess first: which fold gives a second cart with socks only, and leaves every earlier cart as it was?"
        options={folds.map(({ id }) => id)}
        right={[rightFold]}
        reason={guess && afterTheGuess[guess]}
        onGuess={onGuess}
      />
    </section>
  );
}
