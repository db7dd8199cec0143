const right = "pants 1";

const reasons: Record<string, string> = {
  "pants 1, hat 0":
    "Close. A line that reaches zero is no line any more, so the cart does not mention the hat at all. The log does: offset 2 is still there.",
  [right]:
    "Right. The hat is gone from the cart, and only from the cart: offset 2 is still there, and anybody may fold it again.",
  "pants 1, hat 1":
    "Not this time. The log keeps the hat at offset 2, yet the cart is what all records together amount to, and offset 4 takes it out.",
};

/** Asks for the next state before it is shown. */
export function Prediction({ onChoose }: { onChoose: (choice: string) => void }) {
  return (
    <fieldset className="fold-question">
      <legend>Before you step: what will the cart hold after offset 4?</legend>
      {Object.keys(reasons).map((choice) => (
        <button key={choice} type="button" className="action quiet mono" onClick={() => onChoose(choice)}>
          {choice}
        </button>
      ))}
    </fieldset>
  );
}

Prediction.Answer = function Answer({ answer }: { answer: string }) {
  return (
    <p role="status" className={answer === right ? "fold-right" : "fold-wrong"}>
      You said <span className="mono">{answer}</span>. {reasons[answer]}
    </p>
  );
};
