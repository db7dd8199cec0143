import { useState } from "react";
import type { AskedStep } from "../../../../engine/grading/predict.ts";
import { predictWords } from "../../../../language/english/predict.ts";
import type { ExerciseMemory } from "../memory.ts";
import { onDemand } from "../on-demand.tsx";
import type { Exercise } from "../payload.ts";
import type { PredictPanelProps } from "./predict-panel.tsx";
import { type Predicted, scoreOf, type usePredict } from "./use-predict.ts";

const PredictPanel = onDemand<PredictPanelProps>(predictWords.form, () =>
  import("./predict-panel.tsx").then((module) => module.PredictPanel),
);

interface PredictProps {
  exercise: Exercise;
  /** The step that comes next, where it asks. */
  asked: AskedStep | null;
  place: string;
  /** What came of the prediction of the step that is shown. */
  predicted: Predicted | null;
  memory: ExerciseMemory;
  prediction: ReturnType<typeof usePredict>;
}

/** Asks for the next state before it is shown, where the exercise wants it. Nobody has to answer: Step goes on. */
export function Predict({ exercise, asked, place, predicted, memory, prediction }: PredictProps) {
  const [opened, setOpened] = useState(-1);
  const open = asked && (opened === asked.index || exercise.form === "predict") ? asked : null;
  const before = memory.predictions.find(({ index }) => index === asked?.index);
  return (
    <>
      {asked && !open && (
        <p className="wb-row">
          <span className="wb-soft">{before ? predictWords.before(place) : predictWords.ask(place)}</span>
          <button type="button" className="action quiet wb-small" onClick={() => setOpened(asked.index)}>
            {before ? predictWords.again : predictWords.predict}
          </button>
        </p>
      )}
      {(open || predicted) && (
        <PredictPanel
          asked={open}
          {...{ place, predicted }}
          {...prediction}
          predicted={predicted}
          score={scoreOf(memory)}
        />
      )}
    </>
  );
}
