import { checkWords } from "../../../../language/english/checks.ts";
import type { Exercise } from "../../exercise/exercise-payload.ts";
import type { Checking } from "../stores/checks.ts";

/**
 * A check of code ends at the first mistake. What stands before it has shown no mistake until there, which is less than
 * passed: the same code may fail it once that mistake is repaired.
 */
type Status = "passed" | "failed" | "noMistakeSoFar" | "notReached" | "waiting";

const signs: Record<Status, string> = {
  passed: "✓",
  failed: "✕",
  noMistakeSoFar: "·",
  notReached: "·",
  waiting: "·",
};

interface CheckListProps {
  exercise: Pick<Exercise, "form" | "checks">;
  checking: Checking | null;
}

/** The exercise's checks in their order, then the laws that had something to say, each with what came of it. */
export function CheckList({ exercise, checking }: CheckListProps) {
  return (
    <ul className="wb-check-list" aria-label={checkWords.name}>
      {checkRows(exercise, checking).map(({ id, title, status }) => (
        <li key={id} className={status}>
          <span className="wb-check-sign" aria-hidden="true">
            {signs[status]}
          </span>
          {title}
          <span className="wb-check-word">{status === "waiting" ? "" : checkWords[status]}</span>
        </li>
      ))}
    </ul>
  );
}

function checkRows(
  { form, checks }: CheckListProps["exercise"],
  checking: Checking | null,
): { id: string; title: string; status: Status }[] {
  const outcomes = checking?.outcomes ?? [];
  const isStopped = form !== "predict" && outcomes.some(({ passed }) => !passed);
  const statusOf = (passed: boolean | undefined): Status => {
    if (passed === undefined) return checking?.end ? "notReached" : "waiting";
    if (!passed) return "failed";
    return isStopped ? "noMistakeSoFar" : "passed";
  };
  const passed = new Map(outcomes.map((outcome) => [outcome.id, outcome.passed]));
  const own = new Set(checks.map(({ id }) => id));
  const rows = [...checks, ...outcomes.filter(({ id }) => !own.has(id))];
  return rows.map(({ id, title }) => ({ id, title, status: statusOf(passed.get(id)) }));
}
