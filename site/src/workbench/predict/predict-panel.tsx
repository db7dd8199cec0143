import { useState } from "react";
import type { Json } from "../../../../engine/fold/json.ts";
import type { PredictableStep } from "../../../../engine/grading/grade-prediction.ts";
import { predictWords } from "../../../../language/english/predict.ts";
import { predictForm } from "../../../../language/english/predict-form.ts";
import { addStylesheet } from "../../ui/add-stylesheet.ts";
import { InlineCodeText } from "../../ui/inline-code-text.tsx";
import { ExpectedAgainstActual } from "../checks/expected-against-actual.tsx";
import type { PredictionAnswer } from "../stores/predictions.ts";
import css from "./predict.css?inline";
import { StateForm } from "./state-form.tsx";

addStylesheet(css);

export interface PredictPanelProps {
  /** The step that comes next, where it asks; the form for it opens when `open`. */
  asked: PredictableStep | null;
  /** "offset 4". */
  place: string;
  /** What the log amounts to so far; null where no prediction has just been made. */
  predicted: PredictionAnswer | null;
  refused: string;
  asking: boolean;
  score: { right: number; of: number };
  predict(index: number, state: Json): void;
}

/** The next state asked for before it is shown; then the prediction against what the log amounts to. */
export function PredictPanel({
  asked,
  place,
  predicted,
  refused,
  asking,
  score,
  predict,
}: PredictPanelProps) {
  return (
    <section className="wb-predict" aria-label={predictForm.name}>
      {predicted && <Outcome predicted={predicted} score={score} />}
      {asked && (
        <Form
          key={asked.index}
          asked={asked}
          place={place}
          refused={refused}
          asking={asking}
          predict={predict}
        />
      )}
    </section>
  );
}

function Outcome({
  predicted,
  score,
}: {
  predicted: PredictionAnswer;
  score: { right: number; of: number };
}) {
  const { outcome } = predicted;
  const { firstDivergence } = outcome;
  return (
    <>
      <p className={`wb-verdict ${outcome.passed ? "good" : "bad"}`}>
        <InlineCodeText text={outcome.passed ? predictWords.right : outcome.message} />{" "}
        <span className="wb-soft">{predictForm.score(score.right, score.of)}</span>
      </p>
      {firstDivergence && (
        <details>
          <summary>{predictForm.difference}</summary>
          <ExpectedAgainstActual expected={firstDivergence.expected} actual={firstDivergence.actual} />
        </details>
      )}
    </>
  );
}

type FormProps = Pick<PredictPanelProps, "place" | "refused" | "asking" | "predict"> & {
  asked: PredictableStep;
};

function Form({ asked, place, refused, asking, predict }: FormProps) {
  const [state, setState] = useState<Json | undefined>(asked.before);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (state !== undefined) predict(asked.index, state);
      }}
    >
      <p>{predictForm.soFar(place)}</p>
      <StateForm before={asked.before} change={setState} />
      <p className="wb-row">
        <button
          type="submit"
          className="action wb-small"
          aria-disabled={state === undefined}
          aria-busy={asking}
        >
          {predictForm.predict(place)}
        </button>
        <span className="wb-soft">
          <InlineCodeText text={state === undefined ? predictForm.notJson : refused} />
        </span>
      </p>
    </form>
  );
}
