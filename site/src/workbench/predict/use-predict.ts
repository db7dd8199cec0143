import { useCallback, useEffect, useRef, useState } from "react";
import type { Json } from "../../../../engine/fold/json.ts";
import type { CheckOutcome } from "../../../../engine/protocol/answers.ts";
import type { FoldSession, Handle } from "../../session/session.ts";
import type { ExerciseMemory } from "../memory.ts";
import type { ExercisePayload } from "../payload.ts";

/** What came of a prediction. */
export interface Predicted {
  index: number;
  outcome: CheckOutcome;
}

/**
 * Predictions of this exercise. `predict` asks the grader whether a state is the one after a step; then the step is shown.
 * How the first prediction of each step went is remembered.
 */
export function usePredict(
  payload: ExercisePayload,
  session: FoldSession | null,
  memory: ExerciseMemory,
  change: (part: Partial<ExerciseMemory>) => void,
  show: (index: number) => void,
) {
  const [predicted, setPredicted] = useState<Predicted | null>(null);
  /** Why it could not be said, where it could not. */
  const [refused, setRefused] = useState("");
  const [asking, setAsking] = useState(false);
  const handle = useRef<Handle | null>(null);
  useEffect(() => () => handle.current?.cancel(), []);
  const latest = useRef({ memory, show });
  latest.current = { memory, show };

  const predict = useCallback(
    (index: number, state: Json) => {
      if (!session) return;
      handle.current?.cancel();
      setAsking(true);
      setRefused("");
      handle.current = session.check({ payload, predicted: [{ index, state }] }, (message) => {
        if (message.kind === "waiting") return;
        if (message.kind === "end") {
          setAsking(false);
          if (message.verdict !== "ok") setRefused(message.message);
          return;
        }
        const { predictions } = latest.current.memory;
        const before = predictions.find((each) => each.index === index);
        const now = { index, state, first: before?.first ?? message.passed };
        change({ predictions: [...predictions.filter((each) => each !== before), now] });
        setPredicted({ index, outcome: message });
        latest.current.show(index);
      });
    },
    [payload, session, change],
  );
  return { predicted, refused, asking, predict };
}

/** How many steps were predicted, and how many of them right at once. */
export function scoreOf({ predictions }: Pick<ExerciseMemory, "predictions">): { right: number; of: number } {
  return { right: predictions.filter(({ first }) => first).length, of: predictions.length };
}
