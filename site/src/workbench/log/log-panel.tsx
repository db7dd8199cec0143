import { useCallback, useEffect, useId, useRef, useState } from "react";
import { formatPosition, type LogRecord } from "../../../../engine/fold/event.ts";
import { ownTopicPartitions } from "../../../../engine/protocol/own-topics.ts";
import type { PartitionThrowProps } from "../../../../figures/partition/partition-throw.tsx";
import { appendWords, logWords } from "../../../../language/english/log.ts";
import type { FoldSession, Handle, Where } from "../../session/session.ts";
import { onDemand } from "../on-demand.tsx";
import type { ExercisePayload } from "../payload.ts";
import { Words } from "../words.tsx";
import { AppendForm } from "./append-form.tsx";

const PartitionThrow = onDemand<PartitionThrowProps>(appendWords.throw, () =>
  import("../../../../figures/partition/partition-throw.tsx").then((module) => module.PartitionThrow),
);

interface LogPanelProps {
  payload: ExercisePayload;
  session: FoldSession | null;
  where: Where;
  foldTopic(topic: string): void;
}

/** How long to wait before asking again for a topic that did not exist or a broker that was away, in milliseconds. */
const askAgain = 3_000;

/** Records of a tail that are kept on screen. */
const kept = 200;

/** A log of the learner's own: append to it, see each record arrive with its place, fold it with one's own code. */
export function LogPanel({ payload, session, where, foldTopic }: LogPanelProps) {
  const topic = `mine.${payload.exercise.topic.split(".").at(-1)}`;
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
          {records.toReversed().map((record) => (
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

/** The records of a topic as they arrive, also those appended in another window. A topic not yet made is silence. */
function useTail(session: FoldSession | null, where: Where, topic: string) {
  const [records, setRecords] = useState<LogRecord[]>([]);
  const [silence, setSilence] = useState<string | null>(null);
  const handle = useRef<Handle | null>(null);
  const again = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const listenAgain = useRef(() => {});
  const seen = useRef(new Set<string>());
  const on = where.kind === "kafka";

  const listen = useCallback(() => {
    clearTimeout(again.current);
    handle.current?.cancel();
    if (!session) return;
    handle.current = session.tail(
      topic,
      (record) => {
        const place = formatPosition(record.position);
        if (seen.current.has(place)) return;
        seen.current.add(place);
        setSilence(null);
        setRecords((before) => [...before, record].sort(byTime).slice(-kept));
      },
      (reason) => {
        handle.current = null;
        // A log begins with its first record, which another window may append.
        const willCome = reason.code === "topic-unknown" || reason.code === "log-unavailable";
        if (willCome) again.current = setTimeout(() => listenAgain.current(), askAgain);
        if (reason.code !== "topic-unknown") setSilence(reason.message);
      },
    );
  }, [session, topic]);

  useEffect(() => {
    listenAgain.current = listen;
    if (on) listen();
    return () => {
      clearTimeout(again.current);
      handle.current?.cancel();
    };
  }, [on, listen]);

  return { records, silence, listenAgain: () => handle.current ?? listen() };
}

const byTime = (a: LogRecord, b: LogRecord) =>
  a.timestamp - b.timestamp || a.position.offset - b.position.offset;
