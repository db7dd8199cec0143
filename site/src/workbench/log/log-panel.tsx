import { useId, useState } from "react";
import { formatPosition, type LogRecord } from "../../../../engine/fold/event.ts";
import { showHidden } from "../../../../engine/fold/hidden-characters.ts";
import { learnerTopicPartitions } from "../../../../engine/protocol/learner-topics.ts";
import type { KeyToPartitionProps } from "../../../../figures/partition/key-to-partition.tsx";
import { appendWords, logWords } from "../../../../language/english/log-panel.ts";
import type { FoldSession } from "../../session/session-interface.ts";
import { InlineCodeText } from "../../ui/inline-code-text.tsx";
import { onDemand } from "../../ui/on-demand.tsx";
import { useStore } from "../../ui/use-store.ts";
import { foldTopic } from "../fold-other-logs.ts";
import { useWorkbench } from "../workbench-context.ts";
import { AppendForm } from "./append-form.tsx";
import { ownTopicOf } from "./own-topic.ts";
import { useTail } from "./use-tail.ts";
import "./log-style.ts";

const KeyToPartition = onDemand<KeyToPartitionProps>(appendWords.throw, () =>
  import("./lazy-key-to-partition.ts").then((module) => module.KeyToPartition),
);

/** Records that are shown; the list is for watching what comes, not for reading a log. */
const shown = 200;

/** A log of the learner's own: its records as they arrive, the way to fold them, and a form that appends to it. */
export function LogPanel() {
  const workbench = useWorkbench();
  const { payload } = workbench;
  const session = useStore(workbench.session.$session);
  const where = useStore(workbench.session.$where);
  const topic = ownTopicOf(payload.exercise);
  const { records, silence, listenAgain } = useTail(session, where, topic);
  const [recordKey, setKey] = useState(payload.records[0]?.key ?? "key-1");
  const [isAppending, setAppending] = useState(false);
  const place = useId();
  if (where.kind !== "kafka") {
    return (
      <p className="wb-soft">
        <InlineCodeText text={logWords.needsServer} />
      </p>
    );
  }
  return (
    <div className="wb-own-log">
      <p className="wb-soft wb-log-about">{logWords.about}</p>
      <div className="wb-row">
        <h2 className="wb-label">{logWords.live(topic)}</h2>
        {/* There from the beginning: the first record moves nothing. */}
        <button
          type="button"
          className="action quiet wb-small"
          aria-disabled={records.length === 0}
          onClick={() => records.length > 0 && foldTopic(workbench, topic)}
        >
          {logWords.fold}
        </button>
        <button
          type="button"
          className="action quiet wb-small"
          aria-expanded={isAppending}
          onClick={() => setAppending(!isAppending)}
        >
          {appendWords.open}
        </button>
      </div>
      <div className={isAppending ? "wb-log-and-form" : undefined}>
        {isAppending && (
          <div className="wb-log-append">
            <AppendForm
              payload={payload}
              recordKey={recordKey}
              setKey={setKey}
              place={place}
              append={async (key, event) => {
                const position = await (session as FoldSession).append(topic, key, event);
                listenAgain();
                return position;
              }}
              topic={topic}
            />
            <KeyToPartition recordKey={recordKey} partitions={partitionsOf(records)} id={place} />
          </div>
        )}
        <div className="wb-log-records">
          {records.length === 0 && <p className="wb-soft">{silence ?? logWords.empty}</p>}
          <ol className="wb-arrivals" aria-label={logWords.newestFirst(topic)}>
            {records
              .slice(-shown)
              .toReversed()
              .map((record) => (
                <li key={formatPosition(record.position)}>
                  <span className="wb-record-place">
                    {logWords.place(record.position.partition, record.position.offset)}
                  </span>
                  <span>{record.key === null ? logWords.noKey : logWords.key(showHidden(record.key))}</span>
                  <code>
                    {"event" in record
                      ? showHidden(`${record.event.type} ${JSON.stringify(record.event.data)}`)
                      : logWords.notAnEvent}
                  </code>
                </li>
              ))}
          </ol>
        </div>
      </div>
    </div>
  );
}

/** As many as such a topic gets, or more where a record lies further: somebody made it by a tool. */
const partitionsOf = (records: LogRecord[]) =>
  Math.max(learnerTopicPartitions, ...records.map(({ position }) => position.partition + 1));
