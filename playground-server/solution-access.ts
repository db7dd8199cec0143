import { attemptsLeft, countFailure } from "../engine/grading/failed-attempts.ts";
import type { CheckBody } from "../engine/protocol/request-types.ts";
import type { CheckMessage } from "../engine/protocol/response-types.ts";
import type { Exercise } from "../exercises/catalog.ts";

/** Sessions that are remembered; the one whose last check is longest ago goes first. */
const mostSessions = 10_000;

interface Standing {
  passed: boolean;
  /** Fingerprints of different answers that ran and failed. */
  failures: string[];
}

type Answered = Pick<Exercise, "id" | "form" | "starter">;

/**
 * Which solutions a session has earned by its checks: it passed the exercise, or three different answers of its ran and
 * failed. Kept in this process's memory only: after a restart, or on another replica, one more check that passes earns
 * it again.
 */
export class SolutionAccess {
  readonly #most: number;
  readonly #sessions = new Map<string, Map<string, Standing>>();

  constructor(most = mostSessions) {
    this.#most = most;
  }

  /** Takes note of what a check came to. Predictions count only where the exercise is answered by them. */
  note(
    learner: string,
    { id, form, starter }: Answered,
    { source, predicted }: Omit<CheckBody, "exercise">,
    message: CheckMessage,
  ): void {
    if (message.kind !== "end" || (source === undefined && form !== "predict")) return;
    const standings = this.#sessions.get(learner) ?? new Map<string, Standing>();
    const { passed, failures } = standings.get(id) ?? { passed: false, failures: [] };
    const answer = source ?? JSON.stringify(predicted);
    standings.set(id, {
      passed: passed || message.passed,
      failures:
        message.passed || attemptsLeft(failures) === 0
          ? failures
          : countFailure(failures, answer, starter, message.verdict === "ok"),
    });
    this.#sessions.delete(learner);
    this.#sessions.set(learner, standings);
    const [oldest] = this.#sessions.keys();
    if (this.#sessions.size > this.#most && oldest !== undefined) this.#sessions.delete(oldest);
  }

  /** Whether an answer to an exercise was checked at all. */
  hasChecked(learner: string, exercise: string): boolean {
    return this.#sessions.get(learner)?.has(exercise) ?? false;
  }

  /** How the solution of an exercise was earned; null where it was not. */
  how(learner: string, exercise: string): "passed" | "tried" | null {
    const standing = this.#sessions.get(learner)?.get(exercise);
    if (standing?.passed) return "passed";
    return standing && attemptsLeft(standing.failures) === 0 ? "tried" : null;
  }
}
