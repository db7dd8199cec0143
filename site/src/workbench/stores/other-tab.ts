import { atom } from "nanostores";
import type { ExerciseMemory } from "../../exercise/exercise-memory.ts";
import type { Exercise } from "../../exercise/exercise-payload.ts";
import { prefix } from "../../storage/local-storage.ts";
import type { OtherTab } from "../other-tab/other-tab.tsx";
import type { CodeStore } from "./code.ts";
import type { PersistentStore } from "./persistent-store.ts";

/** Listens for edits of the same exercise in another tab. What takes them over is loaded with the first of them. */
export function listenToOtherTab(
  exercise: Exercise,
  memory: PersistentStore<ExerciseMemory>,
  code: CodeStore,
) {
  /** Null as long as no other tab has changed anything. */
  const $otherTab = atom<OtherTab | null>(null);
  const hear = async ({ key }: StorageEvent) => {
    if (key !== `${prefix}exercise/${exercise.id}`) return;
    const { createOtherTab } = await import("../other-tab/other-tab.tsx");
    if (!$otherTab.get()) $otherTab.set(createOtherTab(exercise, memory, code));
    $otherTab.get()?.takeOver();
  };
  return {
    $otherTab,
    start() {
      addEventListener("storage", hear);
      return () => removeEventListener("storage", hear);
    },
  };
}
