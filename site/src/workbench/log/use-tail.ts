import { useEffect, useRef, useState } from "react";
import { formatPosition, type LogRecord } from "../../../../engine/fold/event.ts";
import type { FoldSession, RunLocation } from "../../session/session-interface.ts";
import { type Following, followTopic } from "./follow-topic.ts";

/** Records of a tail that are kept. */
const kept = 5_000;

/** The records of a topic as they arrive, also those appended in another window. A topic not yet made is silence. */
export function useTail(session: FoldSession | null, where: RunLocation, topic: string) {
  const [records, setRecords] = useState<LogRecord[]>([]);
  const [silence, setSilence] = useState<string | null>(null);
  const following = useRef<Following | null>(null);
  const on = where.kind === "kafka";

  useEffect(() => {
    if (!on || !session) return;
    const seen = new Set<string>();
    const hear = (record: LogRecord) => {
      const place = formatPosition(record.position);
      if (seen.has(place)) return;
      seen.add(place);
      setSilence(null);
      setRecords((before) => [...before, record].sort(byTime).slice(-kept));
    };
    setRecords([]);
    following.current = followTopic(session, topic, hear, (reason) => {
      if (reason.code !== "topic-unknown") setSilence(reason.message);
    });
    return () => following.current?.stop();
  }, [on, session, topic]);

  return { records, silence, listenAgain: () => following.current?.again() };
}

const byTime = (a: LogRecord, b: LogRecord) =>
  a.timestamp - b.timestamp || a.position.offset - b.position.offset;
