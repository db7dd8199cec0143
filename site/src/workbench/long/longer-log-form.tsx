import { limits } from "../../../../engine/sandbox/limits.ts";
import { longLogWords } from "../../../../language/english/long-log.ts";
import { longerLogFormWords as words } from "../../../../language/english/longer-log-form.ts";
import { openLongLog } from "../../long-log/long-log-data.ts";
import { foldLong, foldRecords } from "../fold-other-logs.ts";
import { useWorkbench } from "../workbench-context.ts";
import { type LongerLog, longerLogsOf } from "./longer-logs.ts";

/** A longer log for the same code: the exercise's own over and over, or a file of the learner's. It stays in the browser. */
export function LongerLogForm() {
  const workbench = useWorkbench();
  const { exercise, payload } = workbench;
  const { kind } = exercise.entry;
  if ((kind !== "reducer" && kind !== "projector") || payload.records.length === 0 || payload.whole)
    return null;
  const longerLogs = longerLogsOf(payload);
  const open = ({ count, keys, scope, data }: LongerLog) => {
    const title = words.repeated(exercise.topic, count, keys);
    if (count > limits.traceRecords) return foldLong(workbench, title, data, scope);
    openLongLog(data)
      .then((log) => log.read(0, count))
      .then((all) => foldRecords(workbench, title, all, "end", scope));
  };
  return (
    <div className="wb-longer">
      <p className="wb-label">{longLogWords.title}</p>
      <p>{longerLogs[0]?.keys === null ? words.repeat : words.repeatByKey}</p>
      <p className="wb-row">
        {longerLogs.map((longer) => (
          <button
            key={longer.count}
            type="button"
            className="action quiet wb-small"
            onClick={() => open(longer)}
          >
            {words.times(longer.count)}
          </button>
        ))}
      </p>
      {/* The page that put the log on the tape opens files itself. */}
      {!payload.made && (
        <label className="wb-row">
          <span>{words.file}</span>
          <input
            type="file"
            accept=".ndjson,.jsonl,.json,.txt"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              if (file)
                foldLong(workbench, words.fileTitle(file.name), {
                  kind: "lines",
                  topic: "file",
                  file,
                });
            }}
          />
        </label>
      )}
    </div>
  );
}
