import { useId, useState } from "react";
import type { Position } from "../../../../engine/fold/event.ts";
import { stateAt } from "../../../../engine/fold/states-of-trace.ts";
import { readModelWords as words } from "../../../../language/english/read-model.ts";
import { InlineCodeText } from "../../ui/inline-code-text.tsx";
import { useStore } from "../../ui/use-store.ts";
import { AppendForm } from "../log/append-form.tsx";
import { ownTopicOf } from "../log/own-topic.ts";
import { useTail } from "../log/use-tail.ts";
import { StatePanel } from "../state/state-panel.tsx";
import { useWorkbench } from "../workbench-context.ts";
import { hasFailed, lagOf, placeOfRecord, stepOfProcessed } from "./consumer-position.ts";
import { useConsumer } from "./use-consumer.ts";
import { useTopicFold } from "./use-topic-fold.ts";
import { WaitForWrite } from "./wait-for-write.tsx";
import "../log/log-style.ts";

/**
 * A read model is as old as its consumer's place in the log: the place can be seen and moved, its lag stands beside it,
 * and what somebody wrote can be waited for.
 */
export function ReadModelPanel() {
  const { payload, exercise, ...workbench } = useWorkbench();
  const session = useStore(workbench.session.$session);
  const where = useStore(workbench.session.$where);
  const topic = ownTopicOf(exercise);
  const { records, silence, listenAgain } = useTail(session, where, topic);
  const consumer = useConsumer(records.length);
  const trace = useTopicFold(topic, records.length);
  const [written, setWritten] = useState<Position | null>(null);
  const [recordKey, setKey] = useState(payload.records[0]?.key ?? "key-1");
  const lanes = useId();
  if (where.kind !== "kafka" || !session) {
    return (
      <p className="wb-soft">
        <InlineCodeText text={words.needsServer} />
      </p>
    );
  }
  const { processed } = consumer;
  const lag = records.length - processed;
  const step = trace ? stepOfProcessed(trace, records, processed) : -1;
  const state = trace ? stateAt(trace, step) : null;
  return (
    <div className="wb-log">
      <div className="wb-log-records">
        <p className="wb-soft">{words.how(topic)}</p>
        <AppendForm
          payload={payload}
          topic={topic}
          recordKey={recordKey}
          setKey={setKey}
          place={lanes}
          append={async (key, event) => {
            const position = await session.append(topic, key, event);
            setWritten(position);
            listenAgain();
            return position;
          }}
        />
      </div>
      <div className="wb-log-records">
        <div className="wb-row">
          <button
            type="button"
            className="action quiet wb-small"
            onClick={() => consumer.run(!consumer.running)}
          >
            {consumer.running ? words.pause : words.goOn}
          </button>
          <label className="wb-label">
            {words.pace}{" "}
            <select value={consumer.pace} onChange={(event) => consumer.setPace(Number(event.target.value))}>
              {[0.2, 1, 3].map((seconds) => (
                <option key={seconds} value={seconds}>
                  {words.seconds(seconds)}
                </option>
              ))}
            </select>
          </label>
        </div>
        <label className="wb-upto">
          <span>{words.upTo(processed, records.length)}</span>
          <input
            type="range"
            min={0}
            max={records.length}
            value={processed}
            aria-valuetext={words.upTo(processed, records.length)}
            onChange={(event) => consumer.moveTo(Number(event.target.value))}
          />
        </label>
        {written && (
          <WaitForWrite
            key={`${written.partition}@${written.offset}`}
            position={written}
            readBy={processed > placeOfRecord(records, written) && placeOfRecord(records, written) >= 0}
            consumer={consumer}
            lag={lag}
          />
        )}
        <table className="wb-lag" id={lanes}>
          <thead>
            <tr>
              <th scope="col">{words.partition}</th>
              <th scope="col">{words.next}</th>
              <th scope="col">{words.end}</th>
              <th scope="col">{words.lag}</th>
            </tr>
          </thead>
          <tbody>
            {lagOf(records, processed).map((lane) => (
              <tr key={lane.partition}>
                <td>{lane.partition}</td>
                <td>{lane.next}</td>
                <td>{lane.end}</td>
                <td className={lane.lag > 0 ? "behind" : ""}>{lane.lag}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {records.length === 0 && <p className="wb-soft">{silence ?? words.empty(topic)}</p>}
        {records.length > 0 && state !== null && (
          <section aria-label={words.name}>
            <StatePanel
              view={exercise.view}
              isCall={false}
              before={state}
              after={state}
              patch={[]}
              showTree={false}
              isStart={step < 0}
            />
          </section>
        )}
        {trace && hasFailed(trace, records, processed) && (
          <p className="wb-soft">
            <InlineCodeText text={trace.end.message} />
          </p>
        )}
        <p className="wb-soft">
          <InlineCodeText text={words.honest(topic)} />
        </p>
      </div>
    </div>
  );
}
