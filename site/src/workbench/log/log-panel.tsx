import { useCallback, useEffect, useRef, useState } from "react";
import { formatPosition, type LogRecord } from "../../../../engine/fold/event.ts";
import type { FoldSession, Handle, Where } from "../../session/session.ts";
import type { ExercisePayload } from "../payload.ts";
import { AppendForm } from "./append-form.tsx";

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
  if (where.kind !== "kafka") {
    return (
      <p className="wb-soft">
        A log of your own needs the playground server: appending writes to Kafka. Folding, checking and
        everything else works here without it. Start the server with <code>npm start</code>, then open its
        page.
      </p>
    );
  }
  return (
    <div className="wb-log">
      <AppendForm
        payload={payload}
        append={async (key, event) => {
          const position = await (session as FoldSession).append(topic, key, event);
          listenAgain();
          return position;
        }}
        topic={topic}
      />
      <div className="wb-log-records">
        <div className="wb-row">
          <p className="wb-label">{topic}, live</p>
          {records.length > 0 && (
            <button type="button" className="action quiet wb-small" onClick={() => foldTopic(topic)}>
              Fold it with my code
            </button>
          )}
        </div>
        {records.length === 0 && (
          <p className="wb-soft">{silence ?? "Nothing here yet. What you append appears here."}</p>
        )}
        <ol className="wb-arrivals" aria-label={`Records of ${topic}, newest first`}>
          {records.toReversed().map((record) => (
            <li key={formatPosition(record.position)}>
              <span className="wb-record-place">
                partition {record.position.partition}, offset {record.position.offset}
              </span>
              <span>key {record.key ?? "none"}</span>
              <code>
                {"event" in record
                  ? `${record.event.type} ${JSON.stringify(record.event.data)}`
                  : "not an event"}
              </code>
            </li>
          ))}
        </ol>
      </div>
    </div>
  );
}

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
