import { atom, computed } from "nanostores";
import { watchResultWords } from "../../../../language/english/watch-results.ts";
import type { ExerciseMemory } from "../../exercise/exercise-memory.ts";
import type { ExercisePayload } from "../../exercise/exercise-payload.ts";
import type { Handle } from "../../session/session-interface.ts";
import type { SessionStore } from "../../session/session-store.ts";
import { noResults, type WatchResults } from "../watch-and-breakpoint/watch-results.ts";
import { onChange } from "./on-change.ts";
import type { PersistentStore } from "./persistent-store.ts";
import type { TapeStore } from "./tape.ts";

export type WatchStore = ReturnType<typeof createWatchResults>;

/**
 * The results of the learner's breakpoint and watches over the fold on screen: of the code that was folded, not of the
 * draft. They are requested when the fold has ended, and again when the fold or an expression changes. As long as it is
 * not known where folds run, the page's own fold is about to be replaced, and nothing is requested.
 */
export function createWatchResults(
  payload: ExercisePayload,
  { $session, $where }: SessionStore,
  { $tape, $isRunning }: TapeStore,
  { $value: $memory }: PersistentStore<ExerciseMemory>,
) {
  const $results = atom<WatchResults>(noResults);
  const $breakpoint = computed($memory, ({ breakpoint }) => breakpoint);
  const $watches = computed($memory, ({ watches }) => watches);
  const $tries = atom(0);
  /** The trace of a long fold holds only the steps around the current place. */
  const $isLong = computed($tape, ({ long, log }) => long !== undefined || log.kind === "long");
  const $isFinding = computed($where, ({ kind }) => kind === "finding");
  const $asked = computed([$tape, $isLong], ({ trace }, isLong) => (isLong ? null : trace));

  const ask = () =>
    onChange(
      [$session, $isFinding, $isRunning, $isLong, $asked, $breakpoint, $watches, $tries],
      (session, isFinding, isRunning, isLong, _trace, breakpoint, watches) => {
        const nothing = breakpoint === undefined && watches.length === 0;
        if (isLong && !nothing) {
          $results.set({ ...noResults, phase: "failed", message: watchResultWords.long });
          return;
        }
        $results.set(nothing ? noResults : { ...noResults, phase: "asking" });
        if (!session || isFinding || isRunning || nothing) return;
        const { source, log } = $tape.get();
        let handle: Handle | null = null;
        let gone = false;
        import("../watch-and-breakpoint/evaluate-watches.ts").then(
          ({ evaluateWatches }) => {
            if (!gone)
              handle = evaluateWatches(
                session,
                { payload, source, log },
                { breakpoint, watches },
                $results.set,
              );
          },
          () => gone || $results.set({ ...noResults, phase: "failed", message: watchResultWords.notLoaded }),
        );
        return () => {
          gone = true;
          handle?.cancel();
        };
      },
    );

  return {
    $results,
    /** Indices of the steps after which the breakpoint holds, rising. */
    $breaks: computed($results, ({ breaks }) => breaks),
    $breakpoint,
    $watches,
    again: () => $tries.set($tries.get() + 1),
    start: ask,
  };
}
