import { useEffect, useState } from "react";
import type { ExerciseMemory } from "./memory.ts";
import type { Exercise } from "./payload.ts";

/** Where there is little room, or a finger instead of keys, lines are easier to move than to type. */
const small = "(pointer: coarse), (width < 620px)";

/**
 * How the learner answers: as chosen, else by code where there is any. Nothing chosen and nothing written, it is lines to
 * put in order on phones and touch screens, and wherever the exercise says so.
 */
export function useForm({ order, form }: Exercise, memory: ExerciseMemory): "code" | "order" {
  const [isSmall, setSmall] = useState(false);
  useEffect(() => setSmall(matchMedia(small).matches), []);
  if (!order) return "code";
  const fits = memory.code === undefined && (isSmall || form === "order");
  return memory.form ?? (fits ? "order" : "code");
}
