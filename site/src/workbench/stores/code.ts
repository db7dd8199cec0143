import { atom, computed } from "nanostores";
import { sourceOf } from "../../../../engine/grading/line-ordering.ts";
import type { ExerciseMemory } from "../../exercise/exercise-memory.ts";
import type { Exercise } from "../../exercise/exercise-payload.ts";
import { restoreArrangement } from "../order-the-lines/arrangement.ts";
import type { PersistentStore } from "./persistent-store.ts";
import type { TapeStore } from "./tape.ts";

/** On small and touch screens it is easier to move lines than to type them. */
const small = "(pointer: coarse), (width < 620px)";

export type CodeStore = ReturnType<typeof createCode>;

/** The learner's current code, either typed or assembled from lines. */
export function createCode(
  { order, starter, form }: Exercise,
  { $value: $memory, $known, change }: PersistentStore<ExerciseMemory>,
  { $tape }: Pick<TapeStore, "$tape">,
) {
  const $isSmall = atom(false);
  const $arrangement = computed($memory, ({ arrangement }) => arrangement);
  /**
   * How the learner answers. Their own choice comes first. Without one, the answer is code once any has been written;
   * before that, lines to put in order on small and touch screens, and wherever the exercise asks for it.
   */
  const $form = computed([$memory, $isSmall], (memory, isSmall): "code" | "order" => {
    if (!order) return "code";
    const fits = memory.code === undefined && (isSmall || form === "order");
    return memory.form ?? (fits ? "order" : "code");
  });
  const $used = computed($arrangement, (arrangement) =>
    restoreArrangement(arrangement, order?.pieces.length ?? 0),
  );
  // Where states are predicted, the code is given: also a link with code in it changes nothing about them.
  const $typed = computed($memory, ({ code }) => (form === "predict" ? starter : (code ?? starter)));
  const $source = computed([$form, $used, $typed], (form, used, typed) => {
    if (form === "code") return typed;
    // As long as no line has been placed, the starter is folded.
    return order && used.length > 0 ? sourceOf(order, used) : starter;
  });
  return {
    $form,
    $source,
    /** What is in the editor, also while lines are put in order. */
    $typed,
    /** The lines put in order, by their index among the exercise's pieces. */
    $used,
    /** The code before the last reset, so that a reset can be taken back. */
    $discarded: computed($memory, ({ discarded }) => discarded),
    /** Whether the code has changed since the fold on screen. */
    $stale: computed([$known, $source, $tape], (known, source, tape) => known && source !== tape.source),
    arrange: (lines: number[]) => change({ arrangement: lines }),
    edit: (code: string) => change({ code: code === starter ? undefined : code }),
    /** Back to the starter; `undo` takes it back. */
    reset: () => change({ code: undefined, discarded: $typed.get() }),
    undoReset: () => change({ code: $memory.get().discarded, discarded: undefined }),
    answerBy: (form: "code" | "order") => change({ form }),
    /** Looks at the screen's size. Called once the page has been hydrated. */
    start: () => $isSmall.set(matchMedia(small).matches),
  };
}
