import { useState } from "react";
import { predictQuestionWords as words } from "../../../../language/english/predict-question.ts";
import type { ExerciseMemory } from "../../exercise/exercise-memory.ts";
import { onDemand } from "../../ui/on-demand.tsx";
import { useStore } from "../../ui/use-store.ts";
import { placeOf } from "../tape/narration.ts";
import { useWorkbench } from "../workbench-context.ts";
import type { PredictPanelProps } from "./predict-panel.tsx";

const PredictPanel = onDemand<PredictPanelProps>(words.form, () =>
  import("./predict-panel.tsx").then((module) => module.PredictPanel),
);

/** Asks for the next state before it is shown, where the exercise wants it. Nobody has to answer: Step goes on. */
export function Predict() {
  const { exercise, tape, $cards, predictions } = useWorkbench();
  const cursor = useStore(tape.$cursor);
  const cards = useStore($cards);
  const memory = useStore(predictions.$predictions);
  const last = useStore(predictions.$predicted);
  const refused = useStore(predictions.$refused);
  const asking = useStore(predictions.$asking);
  const [opened, setOpened] = useState(-1);
  const asked = exercise.predict.find(({ index }) => index === cursor + 1) ?? null;
  const place = placeOf(cards.find((card) => card.step === cursor + 1));
  const predicted = last?.index === cursor ? last : null;
  const open = asked && (opened === asked.index || exercise.form === "predict") ? asked : null;
  const before = memory.find(({ index }) => index === asked?.index);
  return (
    <>
      {asked && !open && (
        <p className="wb-row">
          <span className="wb-soft">{before ? words.before(place) : words.ask(place)}</span>
          <button type="button" className="action quiet wb-small" onClick={() => setOpened(asked.index)}>
            {before ? words.again : words.predict}
          </button>
        </p>
      )}
      {(open || predicted) && (
        <PredictPanel
          asked={open}
          place={place}
          predicted={predicted}
          refused={refused}
          asking={asking}
          predict={predictions.predict}
          score={scoreOf(memory)}
        />
      )}
    </>
  );
}

/** How many steps were predicted, and how many of them right at once. */
function scoreOf(predictions: ExerciseMemory["predictions"]): { right: number; of: number } {
  return { right: predictions.filter(({ first }) => first).length, of: predictions.length };
}
