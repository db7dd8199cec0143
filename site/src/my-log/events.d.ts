type ProgressEvent =
  | EventOf<"LessonOpened", { lesson: string }>
  | EventOf<"PartRead", { lesson: string; part: string }>
  | EventOf<"QuizAnswered", { lesson: string; question: number; option: number; right: boolean }>
  /** "I know this": passing the exercise will show it. */
  | EventOf<"LessonClaimed", { lesson: string; exercise: string }>
  | EventOf<"HintRead", { exercise: string; hint: number }>
  /** attempt is a fingerprint of the code that failed. */
  | EventOf<"CheckFailed", { exercise: string; attempt: string }>
  | EventOf<"SolutionPartSeen", { exercise: string; seen: number; of: number }>
  | EventOf<"SolutionSeen", { exercise: string; how: "earned" | "asked" }>
  | EventOf<
      "ExercisePassed",
      { exercise: string; solution: "no" | "earned" | "asked"; records: number; logs: number }
    >
  | EventOf<"BestImproved", { exercise: string; statements: number }>
  | EventOf<"CodeKept", { exercise: string; source: string; verdict?: string; passed?: boolean }>;
