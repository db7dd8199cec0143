import { limits } from "../../../../engine/sandbox/limits.ts";
import { longLogWords } from "../../../../language/english/long-log.ts";
import { openLongLog } from "../../long-log/long-log-data.ts";
import { useBenchParts } from "../bench-parts.ts";

/** How many records there may be of the exercise's log over and over. */
const lengths = [1_000, 100_000, 1_000_000, 10_000_000];

/** A longer log for the same code: the exercise's own over and over, or a file of the learner's. It stays in the browser. */
export function LongerLog() {
  const { exercise, payload, bench } = useBenchParts();
  const { records } = payload;
  const { kind } = exercise.entry;
  if ((kind !== "reducer" && kind !== "projector") || records.length === 0 || payload.whole) return null;
  const repeat = (times: number) => {
    const count = times * records.length;
    const title = longLogWords.repeated(exercise.topic, count);
    const data = { kind: "repeated" as const, slice: exercise.slice, records, times };
    if (count > limits.traceRecords) return bench.foldLong(title, data);
    openLongLog(data)
      .then((log) => log.read(0, count))
      .then((all) => bench.foldRecords(title, all));
  };
  return (
    <div className="wb-longer">
      <p className="wb-label">{longLogWords.title}</p>
      <p>{longLogWords.repeat}</p>
      <p className="wb-row">
        {lengths.map((length) => (
          <button
            key={length}
            type="button"
            className="action quiet wb-small"
            onClick={() => repeat(Math.ceil(length / records.length))}
          >
            {longLogWords.times(Math.ceil(length / records.length) * records.length)}
          </button>
        ))}
      </p>
      {/* The page that put the log on the tape opens files itself. */}
      {!payload.made && (
        <label className="wb-row">
          <span>{longLogWords.file}</span>
          <input
            type="file"
            accept=".ndjson,.jsonl,.json,.txt"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              if (file)
                bench.foldLong(longLogWords.fileTitle(file.name), { kind: "lines", topic: "file", file });
            }}
          />
        </label>
      )}
    </div>
  );
}
