import { atom } from "nanostores";
import { keepVersion } from "../../exercise/code-versions/keep-version.ts";
import type { ExerciseMemory } from "../../exercise/exercise-memory.ts";
import type { Exercise } from "../../exercise/exercise-payload.ts";
import type { CodeStore } from "../stores/code.ts";
import type { PersistentStore } from "../stores/persistent-store.ts";
import { OtherTabNotice } from "./other-tab-notice.tsx";

export type OtherTab = ReturnType<typeof createOtherTab>;

/**
 * The same exercise in another tab of this browser: both tabs show the code that was edited last. What this tab showed
 * before is kept as a version, and can be taken back.
 */
export function createOtherTab(
  { id, starter }: Pick<Exercise, "id" | "starter">,
  memory: PersistentStore<ExerciseMemory>,
  { $typed, edit }: Pick<CodeStore, "$typed" | "edit">,
) {
  /** The code of this tab that an edit in another tab replaced; null if none did. */
  const $replaced = atom<string | null>(null);
  /** The other tab's code as it was taken over last: it is no code of this tab. */
  let takenOver: string | null = null;
  return {
    $replaced,
    Notice: OtherTabNotice,
    /** Shows the code that the browser stores now: the other tab has changed it. */
    takeOver() {
      const before = $typed.get();
      memory.recall();
      const now = $typed.get();
      if (now === before) return;
      if (before !== takenOver) {
        $replaced.set(before);
        if (before !== starter) keepVersion(id, before, null, null);
      }
      takenOver = now;
    },
    /** Back to the code that this tab showed; the other tab then takes it over in turn. */
    takeBack() {
      const replaced = $replaced.get();
      if (replaced !== null) edit(replaced);
      $replaced.set(null);
    },
    dismiss: () => $replaced.set(null),
  };
}
