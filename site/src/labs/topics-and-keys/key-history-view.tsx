import { useState } from "react";
import { sameJson } from "../../../../engine/fold/json.ts";
import type { TopicLog } from "../../../../engine/labs/topics/topic-logs.ts";
import type { Throw } from "../../../../engine/labs/topics-and-keys/events.ts";
import { type KeyHistory, keyHistory } from "../../../../engine/labs/topics-and-keys/key-history.ts";
import { keyLoads, splitKeys } from "../../../../engine/labs/topics-and-keys/loads.ts";
import { reducers } from "../../../../engine/labs/topics-and-keys/reducers.ts";
import { topicsAndKeysWords as words } from "../../../../language/english/topics-and-keys-lab.ts";
import { answerText } from "./answer-text.ts";
import { KeyLanes } from "./key-lanes.tsx";
import { RecordChips } from "./record-chips.tsx";
import { streamOfTopic } from "./stream-of-topic.ts";
import { TopicChoice } from "./topic-choice.tsx";

/** So many records of a key are drawn. */
const drawn = 12;

/** The records of one key over the partitions, and the fold over two orders of reading them. */
export function KeyHistoryView({ logs, throws }: { logs: TopicLog[]; throws: Throw[] }) {
  const [topic, setTopic] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const log = logs.find((each) => each.topic === topic) ?? logs[0];
  if (!log) return null;
  const reducer = reducers[streamOfTopic(log.topic, throws)];
  const split = splitKeys(log).map(({ name }) => name);
  const keys = [...split, ...keyLoads(log).map(({ name }) => name)].filter(
    (name, n, all) => all.indexOf(name) === n,
  );
  const key = chosen !== null && keys.includes(chosen) ? chosen : (telling(log, split, reducer) ?? keys[0]);
  if (key === undefined) return null;
  const history = keyHistory(log, key, reducer);
  return (
    <section aria-labelledby="keys-history">
      <h2 id="keys-history">{words.history}</h2>
      <p className="lab-lead">{words.historyLead}</p>
      <div className="lab-form">
        <TopicChoice logs={logs} topic={log.topic} choose={setTopic} />
        <label>
          {words.ofKey}
          <select value={key} onChange={(event) => setChosen(event.currentTarget.value)}>
            {keys.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
      </div>
      <KeyLanes history={history} partitions={log.starts.length} most={drawn} />
      <TwoReadings history={history} />
    </section>
  );
}

/** A split key whose answer depends on the order of reading; else any split key. */
function telling(log: TopicLog, split: string[], reducer: (typeof reducers)["orders"]): string | undefined {
  const wrong = split.find((name) => {
    const { answers } = keyHistory(log, name, reducer);
    return !sameJson(answers.thrown, answers.read);
  });
  return wrong ?? split[0];
}

function TwoReadings({ history: { thrown, read, partitions, answers } }: { history: KeyHistory }) {
  const [only] = partitions;
  if (partitions.length < 2) {
    return (
      <>
        <p>{words.whole(only ?? 0)}</p>
        <Reading title={words.thrown} records={thrown} answer={answerText(answers.thrown)} />
      </>
    );
  }
  const isWrong = !sameJson(answers.thrown, answers.read);
  return (
    <>
      <p>{words.splitOver(partitions.join(", "))}</p>
      <div className="keys-pair">
        <Reading title={words.thrown} records={thrown} answer={answerText(answers.thrown)} />
        <Reading
          title={words.read(partitions.at(-1) ?? 0)}
          records={read}
          answer={answerText(answers.read)}
          isWrong={isWrong}
        />
      </div>
    </>
  );
}

interface ReadingProps {
  title: string;
  records: KeyHistory["read"];
  answer: string;
  isWrong?: boolean;
}

function Reading({ title, records, answer, isWrong = false }: ReadingProps) {
  return (
    <div className="keys-reading">
      <h3>{title}</h3>
      <RecordChips records={records.slice(0, drawn)} />
      <p className={isWrong ? "bad" : ""}>
        {words.answer} <strong>{answer}</strong>
        {isWrong && <> {words.wrong}</>}
      </p>
    </div>
  );
}
