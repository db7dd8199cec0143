import { GuessSign } from "../../../figures/guess/guess-result.tsx";
import { prediction } from "../../../language/english/home.ts";

const right = "pants 1";

const reasons: Record<string, string> = {
  "pants 1, hat 0": prediction.zero,
  [right]: prediction.right,
  "pants 1, hat 1": prediction.kept,
};

/** Asks for the next state before it is shown. */
export function PredictNextState({ onChoose }: { onChoose: (choice: string) => void }) {
  return (
    <fieldset className="fold-question">
      <legend>{prediction.ask}</legend>
      {Object.keys(reasons).map((choice) => (
        <button key={choice} type="button" className="action quiet mono" onClick={() => onChoose(choice)}>
          {choice}
        </button>
      ))}
    </fieldset>
  );
}

PredictNextState.Answer = function Answer({ answer }: { answer: string }) {
  return (
    <p role="status" className={answer === right ? "fold-right" : "fold-wrong"}>
      <GuessSign right={answer === right} /> {prediction.said} <span className="mono">{answer}</span>.{" "}
      {reasons[answer]}
    </p>
  );
};
