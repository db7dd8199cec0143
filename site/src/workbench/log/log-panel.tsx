import { useId, useState } from "react";
import { formatPosition, type LogRecord } from "../../../../engine/fold/event.ts";
import { ownTopicPartitions } from "../../../../engine/protocol/own-topics.ts";
import type { PartitionThrowProps } from "../../../../figures/partition/partition-throw.tsx";
import { appendWords, logWords } from "../../../../language/english/log.ts";
import type { FoldSession, Where } from "../../session/session.ts";
import { onDemand } from "../on-demand.tsx";
import type { ExercisePayload } from "../payload.ts";
import { Words } from "../words.tsx";
import { AppendForm } from "./append-form.tsx";
import { ownTopicOf } from "./own-topic.ts";
import { useTail } from "./use-tail.ts";

const PartitionThrow = onDemand<PartitionThrowProps>(appendWords.throw, () =>
  import("./late-throw.ts").then((module) => module.PartitionThrow),
);

interface LogPanelProps {
  payload: ExercisePayload;
  session: FoldSession | null;
  where: Where;
  foldTopic(topic: string): void;
}

/** Records that are shown; the list is for watching what comes, not for reading a log. */
const shown = 200;

/** A log of the learner's own: append to it, see each record arrive with its place, fold it with one's own code. */
export function LogPanel({ payload, session, where, foldTopic }: LogPanelProps) {
  const topic = ownTopicOf(payload.exercise);
  const { records, silence, listenAgain } = useTail(session, where, topic);
  const [recordKey, setKey] = useState(payload.records[0]?.key ?? "key-1");
  const place = useId();
  if (where.kind !== "kafka") {
    return (
      <p className="wb-soft">
        <Words text={logWords.needsServer} />
      </p>
    );
  }
  return (
    <div className="wb-log">
      <AppendForm
        payload={payload}
        {...{ recordKey, setKey, place }}
        append={async (key, event) => {
          const position = await (session as FoldSession).append(topic, key, event);
          listenAgain();
          return position;
        }}
        topic={topic}
      />
      <div className="wb-log-records">
        <PartitionThrow recordKey={recordKey} partitions={partitionsOf(records)} id={place} />
        <div className="wb-row">
          <p className="wb-label">{logWords.live(topic)}</p>
          {records.length > 0 && (
            <button type="button" className="action quiet wb-small" onClick={() => foldTopic(topic)}>
              {logWords.fold}
            </button>
          )}
        </div>
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
                <span>{record.key === null ? logWords.noKey : logWords.key(record.key)}</span>
                <code>
                  {"event" in record
                    ? `${record.event.type} ${JSON.stringify(record.event.data)}`
                    : logWords.notAnEvent}
                </code>
              </li>
            ))}
        </ol>
      </div>
    </div>
  );
}

/** As many as such a topic gets, or more where a record lies further: somebody made it by a tool. */
const partitionsOf = (records: LogRecord[]) =>
  Math.max(ownTopicPartitions, ...records.map(({ position }) => position.partition + 1));
