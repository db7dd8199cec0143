import { useState } from "react";
import type { Json } from "../../../../engine/fold/json.ts";
import type { AskedStep } from "../../../../engine/grading/predict.ts";
import { differenceWords } from "../../../../language/english/checks.ts";
import { predictWords } from "../../../../language/english/predict.ts";
import { predictForm } from "../../../../language/english/predict-form.ts";
import { Difference } from "../checks/difference.tsx";
import { Words } from "../words.tsx";
import { StateForm } from "./state-form.tsx";
import type { Predicted } from "./use-predict.ts";

export interface PredictPanelProps {
  /** The step that comes next, where it asks; the form for it opens when `open`. */
  asked: AskedStep | null;
  /** "offset 4". */
  place: string;
  /** What the log amounts to so far; null where no prediction has just been made. */
  predicted: Predicted | null;
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

function Outcome({ predicted, score }: { predicted: Predicted; score: { right: number; of: number } }) {
  const { outcome } = predicted;
  const { firstDivergence } = outcome;
  return (
    <>
      <p className={`wb-verdict ${outcome.passed ? "good" : "bad"}`}>
        <Words text={outcome.passed ? predictWords.right : outcome.message} />{" "}
        <span className="wb-soft">{predictForm.score(score.right, score.of)}</span>
      </p>
      {firstDivergence && (
        <details>
          <summary>{differenceWords.title}</summary>
          <Difference expected={firstDivergence.expected} actual={firstDivergence.actual} />
        </details>
      )}
    </>
  );
}

type FormProps = Pick<PredictPanelProps, "place" | "refused" | "asking" | "predict"> & { asked: AskedStep };

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
        <span className="wb-soft">{state === undefined ? predictForm.notJson : refused}</span>
      </p>
    </form>
  );
}
