import { atom, type ReadableAtom } from "nanostores";
import { freshExercise, readExercise } from "../../exercise/exercise-memory.ts";
import {
  defaultPreferences,
  readPreferences,
  writePreferences,
} from "../../exercise/workbench-preferences.ts";
import { changeExercise } from "../../progress/change-exercise.ts";

/** A value that the browser stores. */
export interface PersistentStore<T> {
  /** The defaults until `recall` has read the browser's storage. */
  $value: ReadableAtom<T>;
  /** Whether `recall` has been called. */
  $known: ReadableAtom<boolean>;
  change(part: Partial<T>): void;
  /** Reads the browser's storage. Called once the page has been hydrated. */
  recall(): void;
}

/** What the browser remembers of one exercise. */
export const createMemory = (id: string) =>
  createPersistent(
    freshExercise,
    () => readExercise(id),
    (change) => changeExercise(id, change),
  );

/** How the learner likes the workbench. */
export const createPreferences = () =>
  createPersistent(defaultPreferences, readPreferences, writePreferences);

function createPersistent<T extends object>(
  fresh: T,
  read: () => T,
  write: (change: Partial<T>) => T,
): PersistentStore<T> {
  const $value = atom(fresh);
  const $known = atom(false);
  return {
    $value,
    $known,
    change: (part) => $value.set(reuseEqualParts($value.get(), write(part))),
    recall() {
      $value.set(reuseEqualParts($value.get(), read()));
      $known.set(true);
    },
  };
}

/** The new value, with each part that is equal to the old one replaced by the old one: panels that show it are not drawn again. */
function reuseEqualParts<T extends object>(before: T, now: T): T {
  const parts = Object.entries(now).map(([name, part]) => {
    const old = before[name as keyof T] as unknown;
    return [name, typeof part === "object" && JSON.stringify(part) === JSON.stringify(old) ? old : part];
  });
  return Object.fromEntries(parts) as T;
}
