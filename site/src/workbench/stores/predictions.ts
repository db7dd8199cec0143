import { atom, computed } from "nanostores";
import type { Json } from "../../../../engine/fold/json.ts";
import type { CheckOutcome } from "../../../../engine/protocol/response-types.ts";
import type { ExerciseMemory } from "../../exercise/exercise-memory.ts";
import type { ExercisePayload } from "../../exercise/exercise-payload.ts";
import type { Handle } from "../../session/session-interface.ts";
import type { SessionStore } from "../../session/session-store.ts";
import type { PersistentStore } from "./persistent-store.ts";

/** The result of a prediction. */
export interface PredictionAnswer {
  index: number;
  outcome: CheckOutcome;
}

export type PredictionStore = ReturnType<typeof createPredictions>;

/**
 * The learner's predictions. `predict` asks the grader whether a state is the one after a step, then calls `show` with the
 * step, and `done` once the grader has ended. The result of the first prediction of each step is remembered.
 */
export function createPredictions(
  payload: ExercisePayload,
  { $session }: Pick<SessionStore, "$session">,
  { $value: $memory, change }: Pick<PersistentStore<ExerciseMemory>, "$value" | "change">,
  show: (index: number) => void,
  done: () => void,
) {
  const $predicted = atom<PredictionAnswer | null>(null);
  const $refused = atom("");
  const $asking = atom(false);
  let handle: Handle | null = null;
  return {
    /** The last prediction. */
    $predicted,
    /** Why the last prediction could not be graded; empty if it was. */
    $refused,
    $asking,
    $predictions: computed($memory, ({ predictions }) => predictions),
    predict(index: number, state: Json) {
      const session = $session.get();
      if (!session) return;
      handle?.cancel();
      $asking.set(true);
      $refused.set("");
      handle = session.check({ payload, predicted: [{ index, state }] }, (message) => {
        if (message.kind === "waiting" || message.kind === "checking") return;
        if (message.kind === "end") {
          $asking.set(false);
          if (message.verdict === "ok") done();
          else $refused.set(message.message);
          return;
        }
        const { predictions } = $memory.get();
        const before = predictions.find((each) => each.index === index);
        const now = { index, state, first: before?.first ?? message.passed };
        change({ predictions: [...predictions.filter((each) => each !== before), now] });
        $predicted.set({ index, outcome: message });
        show(index);
      });
    },
    stop: () => handle?.cancel(),
  };
}
