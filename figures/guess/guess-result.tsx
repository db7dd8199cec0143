import "./guess.css";

interface GuessResultProps {
  right: boolean;
  /** What the answer says of the guess, such as "Correct." */
  text: string;
}

/** Whether a guess was right: said in words, with a sign and a colour of its own for each of the two. */
export function GuessResult({ right, text }: GuessResultProps) {
  return (
    <strong className={`guess-result ${right ? "right" : "wrong"}`}>
      <GuessSign right={right} /> {text}
    </strong>
  );
}

/** ✓ or ✗, for a place where words say the same. */
export function GuessSign({ right }: { right: boolean }) {
  return (
    <span className={`guess-sign ${right ? "right" : "wrong"}`} aria-hidden="true">
      {right ? "✓" : "✗"}
    </span>
  );
}
