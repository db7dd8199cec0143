import type { ExerciseChecks } from "../../engine/grading/checks.ts";

export default {
  checks: [],
  compare: (state) => ({ balance: (state as { balance?: number } | null)?.balance ?? null }),
} satisfies ExerciseChecks;
