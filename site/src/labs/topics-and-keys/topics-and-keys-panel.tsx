import { topicsAndKeysWords as words } from "../../../../language/english/topics-and-keys-lab.ts";
import { addStylesheet } from "../../ui/add-stylesheet.ts";
import { useStore } from "../../ui/use-store.ts";
import { Interleavings } from "./interleavings.tsx";
import { KeyHistoryView } from "./key-history-view.tsx";
import { MakeTopic } from "./make-topic.tsx";
import { PartitionerTrap } from "./partitioner-trap.tsx";
import { TopicCard } from "./topic-card.tsx";
import css from "./topics-and-keys.css?inline";
import type { TopicsAndKeysStore } from "./topics-and-keys-store.ts";

addStylesheet(css);

/** Topics side by side, and below them what their partitions do to a key's history. */
export function TopicsAndKeysPanel({ lab }: { lab: TopicsAndKeysStore }) {
  const { topics, throws } = useStore(lab.$screen, ({ state }) => state);
  const logs = Object.values(topics);
  const withRecords = logs.filter(({ records }) => records.length > 0);
  return (
    <div className="lab-sections keys-lab">
      <section aria-labelledby="keys-topics">
        <h2 id="keys-topics">{words.topics}</h2>
        <MakeTopic lab={lab} />
        {logs.length === 0 && <p className="lab-soft">{words.none}</p>}
        <div className="keys-topics">
          {logs.map((log) => (
            <TopicCard key={log.topic} lab={lab} log={log} />
          ))}
        </div>
      </section>
      {withRecords.length > 0 && (
        <>
          <KeyHistoryView logs={withRecords} throws={throws} />
          <Interleavings logs={withRecords} throws={throws} />
          <PartitionerTrap logs={withRecords} />
        </>
      )}
    </div>
  );
}
