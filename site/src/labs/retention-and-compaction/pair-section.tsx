import { useState } from "react";
import { type Contents, contents, tableOf } from "../../../../engine/labs/retention-and-compaction/facts.ts";
import { shownTopics } from "../../../../engine/labs/retention-and-compaction/topic-names.ts";
import { heldRecords } from "../../../../engine/labs/topics/topic-logs.ts";
import { LinePlot } from "../../../../figures/plot/line-plot.tsx";
import { retentionWords as words } from "../../../../language/english/retention-lab.ts";
import { useStore } from "../../ui/use-store.ts";
import { AppendToPair } from "./append-to-pair.tsx";
import { FoldedTables } from "./folded-tables.tsx";
import { NumberChoice } from "./number-choice.tsx";
import { RecordLane } from "./record-lane.tsx";
import type { RetentionStore } from "./retention-store.ts";
import { StreamButton } from "./stream-button.tsx";

const segmentTimes = [1_000, 2_000, 5_000, 60_000];
const deleteTimes = [0, 5_000, 60_000, 600_000];
const ratios = [0.01, 0.5, 1];

/** Two topics with the same records, of which one is compacted, both folded. */
export function PairSection({ lab }: { lab: RetentionStore }) {
  const live = useStore(lab.$live);
  const busy = useStore(lab.$underWay, (types) => types.includes("MakePair"));
  const { topics, counts } = useStore(lab.$screen, ({ state }) => state);
  const [says, setSays] = useState<Contents>("changes");
  const [segmentMs, setSegmentMs] = useState(1_000);
  const [deleteRetentionMs, setDeleteRetentionMs] = useState(5_000);
  const [minCleanableDirtyRatio, setRatio] = useState(0.01);
  const { [shownTopics.whole]: whole, [shownTopics.compacted]: compacted } = topics;
  return (
    <section aria-labelledby="cut-pair">
      <h2 id="cut-pair">{words.pair}</h2>
      <p className="lab-lead">{words.pairLead}</p>
      <div className="lab-form">
        <label>
          {words.contents}
          <select value={says} onChange={(event) => setSays(event.currentTarget.value as Contents)}>
            {contents.map((each) => (
              <option key={each} value={each}>
                {words.contentsOf[each]}
              </option>
            ))}
          </select>
        </label>
        <NumberChoice
          label={words.segmentMs}
          value={segmentMs}
          choices={segmentTimes}
          show={words.seconds}
          choose={setSegmentMs}
        />
        <NumberChoice
          label={words.deleteRetention}
          value={deleteRetentionMs}
          choices={deleteTimes}
          show={words.seconds}
          choose={setDeleteRetentionMs}
        />
        <NumberChoice
          label={words.dirtyRatio}
          value={minCleanableDirtyRatio}
          choices={ratios}
          show={String}
          choose={setRatio}
        />
        <button
          type="button"
          className={whole ? "action quiet" : "action"}
          disabled={!live || busy}
          onClick={() =>
            void lab.send("MakePair", {
              contents: says,
              segmentMs,
              deleteRetentionMs,
              minCleanableDirtyRatio,
            })
          }
        >
          {whole ? words.makePairAnew : words.makePair}
        </button>
      </div>
      {whole && compacted && (
        <>
          <div className="lab-form">
            <StreamButton lab={lab} to="pair" />
            <AppendToPair lab={lab} />
          </div>
          <h3>
            <code>{whole.topic}</code>
          </h3>
          <RecordLane log={whole} />
          <h3>
            <code>{compacted.topic}</code>
          </h3>
          <RecordLane log={compacted} />
          <FoldedTables whole={tableOf(heldRecords(whole))} compacted={tableOf(heldRecords(compacted))} />
          <LinePlot
            title={words.counts}
            yAxis={words.countAxis}
            xAxis={words.timeAxis}
            times={counts.map(({ at }) => at)}
            lines={[
              { name: words.whole, className: "line-2", values: counts.map(({ whole: n }) => n) },
              { name: words.compacted, className: "line-1", values: counts.map(({ compacted: n }) => n) },
            ]}
          />
          <p className="lab-soft">{words.cleanerWaits}</p>
        </>
      )}
    </section>
  );
}
