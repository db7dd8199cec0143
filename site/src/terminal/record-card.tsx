import { useEffect, useState } from "react";
import { formatPosition, type LogRecord, type Position, readRecord } from "../../../engine/fold/event.ts";
import { showHidden } from "../../../engine/fold/hidden-characters.ts";
import { headerPairs } from "../../../engine/fold/record-headers-and-sizes.ts";
import { recordCardWords as words } from "../../../language/english/terminal.ts";
import { linkTo } from "../exercise/link/link-fragment.ts";
import type { FoldSession, RunLocation } from "../session/session-interface.ts";

interface RecordCardProps {
  position: Position;
  session: FoldSession;
  where: RunLocation;
  base: string;
}

/** A record that was printed, with all that Kafka keeps of it, and the way to its fold in the playground. */
export function RecordCard({ position, session, where, base }: RecordCardProps) {
  const [record, setRecord] = useState<LogRecord | null>(null);
  const [way, setWay] = useState<string | null>(null);
  const onServer = where.kind === "kafka";
  useEffect(() => {
    let gone = false;
    const show = (found: LogRecord | null) => gone || setRecord(found);
    setRecord(null);
    recordAt(session, onServer, position).then(show, () => show(null));
    foldOf(base, onServer, position).then((link) => gone || setWay(link));
    return () => {
      gone = true;
    };
  }, [session, onServer, position, base]);
  return (
    <section className="terminal-card" aria-label={words.title} aria-live="polite">
      <h2>{formatPosition(position)}</h2>
      {record && (
        <dl>
          <dt>{words.key}</dt>
          <dd>{record.key === null ? words.none : showHidden(record.key)}</dd>
          <dt>{words.timestamp}</dt>
          <dd>
            {record.timestamp}, {new Date(record.timestamp).toISOString()}
          </dd>
          <dt>{words.headers}</dt>
          <dd>
            {showHidden(
              headerPairs(record)
                .map(([name, value]) => `${name}: ${value ?? "null"}`)
                .join(", "),
            ) || words.none}
          </dd>
          <dt>{words.value}</dt>
          <dd>
            <pre>{showHidden(valueText(record))}</pre>
          </dd>
        </dl>
      )}
      {way && <a href={way}>{words.fold}</a>}
    </section>
  );
}

function valueText(record: LogRecord): string {
  if ("tombstone" in record) return words.tombstone;
  if ("notAnEvent" in record) return `${record.value}\n(${record.notAnEvent})`;
  const { type, data } = record.event;
  return JSON.stringify({ type, data }, null, 2);
}

async function recordAt(
  session: FoldSession,
  onServer: boolean,
  { topic, partition, offset }: Position,
): Promise<LogRecord | null> {
  if (onServer) return (await session.records(topic, partition, offset, offset + 1))[0] ?? null;
  const records = await (await session.tools()).recorded(topic);
  const found = records.find(
    ({ position }) => position.partition === partition && position.offset === offset,
  );
  return found ? readRecord(found) : null;
}

/** The address of the playground over the record's partition up to the record; offline over the whole topic. */
function foldOf(base: string, onServer: boolean, { topic, partition, offset }: Position): Promise<string> {
  const log = onServer
    ? { kind: "topic" as const, slice: { topic, partitions: [{ partition, from: 0, to: offset + 1 }] } }
    : { kind: "data-set" as const, topic };
  const page = new URL(`${base.replace(/\/*$/, "")}/playground/`, location.href);
  return linkTo(page, {
    ...(onServer && { step: offset }),
    playground: { log, entry: { kind: "reducer" }, scope: "all", view: "none" },
  });
}
