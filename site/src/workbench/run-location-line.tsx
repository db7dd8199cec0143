import { whereWords } from "../../../language/english/workbench.ts";
import type { Exercise } from "../exercise/exercise-payload.ts";
import type { RunLocation } from "../session/session-interface.ts";
import "./run-location-line.css";

interface WhereLineProps {
  where: RunLocation;
  exercise: Exercise;
  /** Whether the log is one that the page holds, and nobody else. */
  here: boolean;
  retry(): void;
}

/** Where folds run, always in sight: the broker's version, topic and partitions, or this browser. */
export function RunLocationLine({ where, exercise, here, retry }: WhereLineProps) {
  const { partitions } = exercise.slice;
  const part =
    partitions.length === 1
      ? whereWords.partition(partitions[0]?.partition ?? 0, exercise.partitions)
      : whereWords.partitions(partitions.length, exercise.partitions);
  return (
    <p className={`wb-where ${here ? "browser" : where.kind}`}>
      <span>
        <span className="wb-where-sign" aria-hidden="true" />
        {here ? whereWords.here : describeWhere(where)}
      </span>
      <span className="wb-where-topic">
        {exercise.topic}
        <span className="wb-where-part"> · {part}</span>
      </span>
      {!here && where.kind === "browser" && (where.because === "lost" || where.because === "full") && (
        <button type="button" className="wb-link" onClick={retry}>
          {whereWords.tryNow}
        </button>
      )}
    </p>
  );
}

/** Where folds run, as it always stands there. */
export function describeWhere(where: RunLocation): string {
  if (where.kind === "finding") return whereWords.finding;
  if (where.kind === "kafka") return whereWords.kafka(where.version ?? "");
  if (where.because === "full") return whereWords.full;
  return where.because === "lost" ? whereWords.lost : whereWords.browser;
}
