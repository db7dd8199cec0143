import { useCallback, useEffect, useState } from "react";
import {
  type BenchMemory,
  type ExerciseMemory,
  freshBench,
  freshExercise,
  readBench,
  readExercise,
  writeBench,
  writeExercise,
} from "./memory.ts";

/** A memory as React state: fresh while the server's HTML is taken over, then what the browser remembers. */
function useRemembered<T>(fresh: T, read: () => T, write: (change: Partial<T>) => T) {
  const [value, setValue] = useState(fresh);
  const [known, setKnown] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, when the page is the browser's
  useEffect(() => {
    setValue(read());
    setKnown(true);
  }, []);
  const change = useCallback((part: Partial<T>) => setValue(write(part)), [write]);
  return { value, known, change };
}

/** `known` turns true once the browser's memory has been read. The component has to be keyed by the exercise. */
export function useExerciseMemory(id: string) {
  const write = useCallback((part: Partial<ExerciseMemory>) => writeExercise(id, part), [id]);
  return useRemembered(freshExercise, () => readExercise(id), write);
}

export function useBenchMemory() {
  return useRemembered<BenchMemory>(freshBench, readBench, writeBench);
}
