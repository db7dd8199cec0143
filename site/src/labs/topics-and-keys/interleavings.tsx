import { useMemo, useState } from "react";
import type { TopicLog } from "../../../../engine/labs/topics/topic-logs.ts";
import { type StreamName, streamNames } from "../../../../engine/labs/topics-and-keys/event-streams.ts";
import type { Throw } from "../../../../engine/labs/topics-and-keys/events.ts";
import {
  type Interleavings as AllInterleavings,
  interleavingsOf,
  type OrderDifference,
  smallestDifference,
} from "../../../../engine/labs/topics-and-keys/interleavings.ts";
import { reducers } from "../../../../engine/labs/topics-and-keys/reducers.ts";
import { topicsAndKeysWords as words } from "../../../../language/english/topics-and-keys-lab.ts";
import { number } from "../../../../language/numbers.ts";
import { answerText } from "./answer-text.ts";
import { firstThrown } from "./first-thrown.ts";
import { RecordChips } from "./record-chips.tsx";
import { streamOfTopic } from "./stream-of-topic.ts";
import { TopicChoice } from "./topic-choice.tsx";

const counts = [4, 6, 8, 10];

/** All orders in which a reader may get a topic's first records, and what a fold makes of each. */
export function Interleavings({ logs, throws }: { logs: TopicLog[]; throws: Throw[] }) {
  const [topic, setTopic] = useState<string | null>(null);
  const [count, setCount] = useState(8);
  const [fold, setFold] = useState<StreamName | null>(null);
  const log = logs.find((each) => each.topic === topic) ?? logs[0];
  const stream = fold ?? streamOfTopic(log?.topic ?? "", throws);
  const found = useMemo(() => {
    if (!log) return null;
    const partitions = firstThrown(log, count);
    const reducer = reducers[stream];
    return { all: interleavingsOf(partitions, reducer), difference: smallestDifference(partitions, reducer) };
  }, [log, count, stream]);
  if (!log || !found) return null;
  return (
    <section aria-labelledby="keys-interleavings">
      <h2 id="keys-interleavings">{words.interleavings}</h2>
      <p className="lab-lead">{words.interleavingsLead}</p>
      <div className="lab-form">
        <TopicChoice logs={logs} topic={log.topic} choose={setTopic} />
        <label>
          {words.firstRecords}
          <select value={count} onChange={(event) => setCount(Number(event.currentTarget.value))}>
            {counts.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
        </label>
        <label>
          {words.foldFor}
          <select value={stream} onChange={(event) => setFold(event.currentTarget.value as StreamName)}>
            {streamNames.map((each) => (
              <option key={each} value={each}>
                {words.folds[each]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Outcomes found={found.all} />
      {found.all.outcomes.length > 1 && <Smallest difference={found.difference} />}
    </section>
  );
}

function Outcomes({ found: { possible, tried, outcomes } }: { found: AllInterleavings }) {
  return (
    <>
      <p>
        {tried === possible ? words.triedAll(tried) : words.tried(tried, number(possible))}{" "}
        <strong>{outcomes.length === 1 ? words.one : words.many(outcomes.length)}</strong>
      </p>
      <table className="keys-outcomes">
        <thead>
          <tr>
            <th scope="col">{words.outcome}</th>
            <th scope="col">{words.orders}</th>
            <th scope="col">{words.share}</th>
          </tr>
        </thead>
        <tbody>
          {outcomes.map(({ answer, merges }) => (
            <tr key={answerText(answer)}>
              <td>{answerText(answer)}</td>
              <td className="number">{number(merges)}</td>
              <td>
                <meter min={0} max={tried} value={merges} aria-label={words.share} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Smallest({ difference }: { difference: OrderDifference | null }) {
  if (!difference) return <p>{words.noSmallest}</p>;
  const { orders, answers } = difference;
  const size = orders[0].length;
  return (
    <>
      <h3>{words.smallest}</h3>
      <p>{size === 2 ? words.smallestLead : words.smallestOf(size)}</p>
      <div className="keys-pair">
        {orders.map((records, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: there are always two
          <div key={n} className="keys-reading">
            <RecordChips records={records} />
            <p>
              {words.answer} <strong>{answerText(answers[n as 0 | 1])}</strong>
            </p>
          </div>
        ))}
      </div>
    </>
  );
}
