import type { Where } from "../session/session.ts";
import type { Exercise } from "./payload.ts";

interface WhereLineProps {
  where: Where;
  exercise: Exercise;
  retry(): void;
}

/** Where folds run, always in sight: the broker's version, topic and partitions, or this browser. */
export function WhereLine({ where, exercise, retry }: WhereLineProps) {
  const { partitions } = exercise.slice;
  const part =
    partitions.length === 1
      ? `partition ${partitions[0]?.partition} of ${exercise.partitions}`
      : `${partitions.length} of ${exercise.partitions} partitions`;
  return (
    <p className={`wb-where ${where.kind}`}>
      <span className="wb-where-sign" aria-hidden="true" />
      <span>{inWords(where)}</span>
      <span className="wb-where-topic">
        {exercise.topic} · {part}
      </span>
      {where.kind === "browser" && where.because === "lost" && (
        <button type="button" className="wb-link" onClick={retry}>
          Try now
        </button>
      )}
    </p>
  );
}

function inWords(where: Where): string {
  if (where.kind === "finding") return "recorded log";
  if (where.kind === "kafka") return where.version ? `Kafka ${where.version}` : "Kafka";
  return where.because === "lost"
    ? "server lost, coming back by itself; recorded log"
    : "this browser, recorded log";
}
