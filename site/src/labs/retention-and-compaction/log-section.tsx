import { useState } from "react";
import { shownTopics } from "../../../../engine/labs/retention-and-compaction/topic-names.ts";
import { heldRecords } from "../../../../engine/labs/topics/topic-logs.ts";
import { LinePlot } from "../../../../figures/plot/line-plot.tsx";
import { retentionWords as words } from "../../../../language/english/retention-lab.ts";
import { useStore } from "../../ui/use-store.ts";
import { DeleteRecords } from "./delete-records.tsx";
import { NumberChoice } from "./number-choice.tsx";
import { RecordLane } from "./record-lane.tsx";
import type { RetentionStore } from "./retention-store.ts";
import { StreamButton } from "./stream-button.tsx";

const retentionTimes = [-1, 5_000, 10_000, 20_000, 60_000];
const retentionSizes = [-1, 500, 1_000, 5_000];
const segmentTimes = [1_000, 2_000, 5_000, 60_000];
const keepOr = (show: (value: number) => string) => (value: number) =>
  value === -1 ? words.unlimited : show(value);

/** The topic whose start vanishes, with the fold beside it. */
export function LogSection({ lab }: { lab: RetentionStore }) {
  const live = useStore(lab.$live);
  const busy = useStore(lab.$underWay, (types) => types.includes("MakeLog"));
  const { topics, balances } = useStore(lab.$screen, ({ state }) => state);
  const [retentionMs, setRetentionMs] = useState(10_000);
  const [retentionBytes, setRetentionBytes] = useState(-1);
  const [segmentMs, setSegmentMs] = useState(1_000);
  const log = topics[shownTopics.log];
  return (
    <section aria-labelledby="cut-log">
      <h2 id="cut-log">{words.log}</h2>
      <p className="lab-lead">{words.logLead}</p>
      <div className="lab-form">
        <NumberChoice
          label={words.retentionMs}
          value={retentionMs}
          choices={retentionTimes}
          show={keepOr(words.seconds)}
          choose={setRetentionMs}
        />
        <NumberChoice
          label={words.retentionBytes}
          value={retentionBytes}
          choices={retentionSizes}
          show={keepOr(words.bytes)}
          choose={setRetentionBytes}
        />
        <NumberChoice
          label={words.segmentMs}
          value={segmentMs}
          choices={segmentTimes}
          show={words.seconds}
          choose={setSegmentMs}
        />
        <button
          type="button"
          className={log ? "action quiet" : "action"}
          disabled={!live || busy}
          onClick={() => void lab.send("MakeLog", { retentionMs, retentionBytes, segmentMs })}
        >
          {log ? words.makeLogAnew : words.makeLog}
        </button>
        {log && (
          <button
            type="button"
            className="action quiet"
            disabled={!live}
            onClick={() => void lab.send("ChangeRetention", { retentionMs, retentionBytes })}
          >
            {words.change}
          </button>
        )}
      </div>
      {log && (
        <>
          <div className="lab-form">
            <StreamButton lab={lab} to="log" />
            <DeleteRecords lab={lab} end={log.records.length} />
          </div>
          <RecordLane log={log} />
          <p role="status">
            {words.starts(
              log.starts[0] ?? 0,
              heldRecords(log).length,
              log.records.length - heldRecords(log).length,
            )}
          </p>
          <Balance held={balances.at(-1)?.held ?? 0} ever={balances.at(-1)?.ever ?? 0} />
          <LinePlot
            title={words.balances}
            yAxis={words.amountAxis}
            xAxis={words.timeAxis}
            times={balances.map(({ at }) => at)}
            lines={[
              { name: words.ever, className: "line-2", values: balances.map(({ ever }) => ever) },
              { name: words.held, className: "line-1", values: balances.map(({ held }) => held) },
            ]}
          />
          <p className="lab-soft">{words.waiting}</p>
          <p className="lab-soft">{words.foreign}</p>
        </>
      )}
    </section>
  );
}

function Balance({ held, ever }: { held: number; ever: number }) {
  return (
    <p className={held === ever ? "" : "bad"}>
      {held === ever ? words.same(ever) : words.differ(held, ever)}
    </p>
  );
}
