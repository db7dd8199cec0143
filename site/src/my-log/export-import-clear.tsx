import { type ChangeEvent, useState } from "react";
import { showHidden } from "../../../engine/fold/hidden-characters.ts";
import { myLog as words } from "../../../language/english/my-log.ts";
import { exercisesWithCode } from "../progress/code-kept-events.ts";
import { clearAll, importRecords } from "../progress/my-progress.ts";
import type { ProgressRecord } from "../progress/progress-event.ts";
import { ndjsonOf, type ReadFile, readNdjson } from "../progress/progress-ndjson.ts";

/** More bytes than any log of one person has. */
const largest = 20_000_000;

interface Said {
  text: string;
  flaws?: ReadFile["flaws"];
  undo?(): void;
}

/** Export, import and clearing; what came of it is said below. */
export function ExportImportClear({ log }: { log: ProgressRecord[] }) {
  const [said, setSaid] = useState<Said | null>(null);
  const [asking, setAsking] = useState(false);

  const read = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    if (!file) return;
    if (file.size > largest) return setSaid({ text: words.tooLarge });
    const { records, flaws } = readNdjson(await file.text());
    target.value = "";
    setSaid({ text: words.imported(importRecords(records), records.length), flaws });
  };
  const clear = () => {
    const undo = clearAll();
    setAsking(false);
    setSaid({
      text: words.cleared,
      undo() {
        undo();
        setSaid({ text: words.undone });
      },
    });
  };

  return (
    <section aria-labelledby="keep">
      <h2 id="keep">{words.keep}</h2>
      <p>{words.keepSays}</p>
      <div className="ml-row">
        <button type="button" className="action" disabled={log.length === 0} onClick={() => save(log)}>
          {words.export}
        </button>
        <label className="action quiet">
          {words.import}
          <input
            className="sr-only"
            type="file"
            accept=".ndjson,.jsonl,application/x-ndjson"
            onChange={read}
          />
        </label>
        <button
          type="button"
          className="action quiet"
          disabled={log.length === 0}
          aria-expanded={asking}
          onClick={() => setAsking(!asking)}
        >
          {words.clear}
        </button>
      </div>
      {asking && (
        <div className="ml-asking">
          <p>{words.clearSays(log.length, exercisesWithCode().length)}</p>
          <div className="ml-row">
            <button type="button" className="action" onClick={clear}>
              {words.clearNow}
            </button>
            <button type="button" className="action quiet" onClick={() => setAsking(false)}>
              {words.keepIt}
            </button>
          </div>
        </div>
      )}
      <div role="status" className="ml-said">
        {said && (
          <p>
            {said.text}{" "}
            {said.undo && (
              <button type="button" className="action quiet" onClick={said.undo}>
                {words.undo}
              </button>
            )}
          </p>
        )}
        {said?.flaws && said.flaws.length > 0 && <Flaws flaws={said.flaws} />}
      </div>
    </section>
  );
}

/** So many lines that were left out are named; the rest is counted. */
const mostNamed = 10;

function Flaws({ flaws }: { flaws: ReadFile["flaws"] }) {
  return (
    <>
      <p>{words.leftOut}</p>
      <ul>
        {flaws.slice(0, mostNamed).map(({ line, flaw, type }) => (
          <li key={line}>
            {words.flawAt(line)} {words.flaws[flaw]} {type && <code>{showHidden(type.slice(0, 60))}</code>}
          </li>
        ))}
        {flaws.length > mostNamed && <li>{words.moreFlaws(flaws.length - mostNamed)}</li>}
      </ul>
    </>
  );
}

function save(log: ProgressRecord[]): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([ndjsonOf(log)], { type: "application/x-ndjson" }));
  link.download = `offset-zero-${new Date().toISOString().slice(0, 10)}.ndjson`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
