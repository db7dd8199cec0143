import { atom, type ReadableAtom } from "nanostores";
import type { ExerciseMemory } from "../../exercise/exercise-memory.ts";
import type { Exercise } from "../../exercise/exercise-payload.ts";
import type { Scene } from "../../exercise/scene.ts";
import type { CodeStore } from "./code.ts";
import { onChange } from "./on-change.ts";
import type { PersistentStore } from "./persistent-store.ts";
import { stepAtOffset } from "./step-at-offset.ts";
import type { TapeStore } from "./tape.ts";

export type Scenes = ReturnType<typeof createScenes>;

/**
 * Follows the text: moves the tape to the scene that the reader has come to. It stops as soon as the learner uses the tape
 * or edits the code, and never starts over a place or code that they left here before, until `follow` is called.
 */
export function createScenes(
  { starter }: Pick<Exercise, "starter">,
  { $value: $memory }: Pick<PersistentStore<ExerciseMemory>, "$value">,
  { $tape, $interactions, dispatch }: Pick<TapeStore, "$tape" | "$interactions" | "dispatch">,
  { $source }: Pick<CodeStore, "$source">,
  $sceneInText: ReadableAtom<Scene | null>,
) {
  const $isFollowing = atom(true);
  const $shown = atom<Scene | null>(null);
  const stopFollowing = () => $isFollowing.set(false);

  const show = (scene: Scene) => {
    $shown.set(scene);
    const step = stepAtOffset($tape.get().trace, scene.offset);
    if (step !== null) dispatch({ type: "go", to: step });
  };

  return {
    /** Whether the tape goes where the text is. */
    $isFollowing,
    /** The scene shown last; it stays when following stops. */
    $shown,
    /** Goes to the scene in the text now, and from there on follows. */
    follow() {
      if ($tape.get().kind !== "lesson") dispatch({ type: "back" });
      $isFollowing.set(true);
    },
    stopFollowing,
    /** Called once the browser's storage has been read. Returns how to stop. */
    start(): () => void {
      const hasBegun = $memory.get().cursor >= 0 || $source.get() !== starter;
      if (hasBegun) stopFollowing();
      const stops = [
        $interactions.listen(stopFollowing),
        $source.listen(stopFollowing),
        onChange([$sceneInText, $isFollowing], (scene, isFollowing) => {
          if (isFollowing && scene) show(scene);
        }),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}
