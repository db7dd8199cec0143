import { atom, computed } from "nanostores";
import type { Prediction } from "../../../../engine/grading/grade-prediction.ts";
import type { CheckEnd, CheckOutcome, CheckProgress } from "../../../../engine/protocol/response-types.ts";
import type { ExercisePayload } from "../../exercise/exercise-payload.ts";
import { seedOf } from "../../exercise/seed-in-address.ts";
import type { Handle, Waiting } from "../../session/session-interface.ts";
import type { SessionStore } from "../../session/session-store.ts";

/** What is checked: a source, or predicted states. */
export type Answer = { source: string } | { predicted: Prediction[] };

/** A check and its outcomes so far. `source` is null if predicted states are checked. */
export interface Checking {
  source: string | null;
  outcomes: CheckOutcome[];
  end: CheckEnd | null;
  /** What it waits for at the server. */
  waiting: Waiting | null;
  /** What is being done; null before it is told. */
  progress: CheckProgress | null;
}

export type Checked = Checking & { end: CheckEnd };

export type CheckStore = ReturnType<typeof createChecks>;

/** Checks answers. `done` is called once with each result. A new check cancels the one in progress, and so does `abandon`. */
export function createChecks(
  payload: ExercisePayload,
  { $session }: Pick<SessionStore, "$session">,
  done: (checked: Checked) => void,
) {
  const $checking = atom<Checking | null>(null);
  let handle: Handle | null = null;
  return {
    $checking,
    $isChecking: computed($checking, (checking) => checking !== null && checking.end === null),
    check(answer: Answer) {
      const session = $session.get();
      if (!session) return;
      handle?.cancel();
      const source = "source" in answer ? answer.source : null;
      let now: Checking = { source, outcomes: [], end: null, waiting: null, progress: null };
      $checking.set(now);
      handle = session.check({ payload, ...answer, seed: seedOf(location.search) }, (message) => {
        if (message.kind === "waiting") now = { ...now, waiting: message.waiting };
        else if (message.kind === "checking") now = { ...now, progress: message };
        else if (message.kind === "end") now = { ...now, end: message };
        else now = { ...now, outcomes: [...now.outcomes, message] };
        $checking.set(now);
        if (now.end) done({ ...now, end: now.end });
      });
    },
    abandon() {
      handle?.cancel();
      $checking.set(null);
    },
    /** A check under way is cancelled; the result of one that has ended stays. */
    stop() {
      handle?.cancel();
      if (!$checking.get()?.end) $checking.set(null);
    },
  };
}
