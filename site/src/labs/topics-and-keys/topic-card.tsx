import { heldRecords, type TopicLog } from "../../../../engine/labs/topics/topic-logs.ts";
import { topicsAndKeysLimits } from "../../../../engine/labs/topics-and-keys/limits.ts";
import { topicsAndKeysWords as words } from "../../../../language/english/topics-and-keys-lab.ts";
import { useStore } from "../../ui/use-store.ts";
import { LoadPlot } from "./load-plot.tsx";
import { LoadSentences } from "./load-sentences.tsx";
import { ThrowForm } from "./throw-form.tsx";
import type { TopicsAndKeysStore } from "./topics-and-keys-store.ts";

/** One topic: what can be done to it, and where its records are. */
export function TopicCard({ lab, log }: { lab: TopicsAndKeysStore; log: TopicLog }) {
  const live = useStore(lab.$live);
  const busy = useStore(lab.$underWay, (types) => types.length > 0);
  const name = log.topic.replace(/^mine\.lab-keys-/, "");
  const partitions = log.starts.length;
  const next = partitions + 1;
  return (
    <article className="keys-topic" aria-labelledby={`topic-${name}`}>
      <h3 id={`topic-${name}`}>
        <code>{log.topic}</code>
      </h3>
      <p className="lab-soft">{words.size(partitions, heldRecords(log).length)}</p>
      {log.tooLong && <p className="lab-notice">{words.tooLong(topicsAndKeysLimits.records)}</p>}
      <ThrowForm lab={lab} name={name} />
      <p className="keys-actions">
        <button
          type="button"
          className="action quiet"
          title={words.growSays}
          disabled={!live || busy || next > topicsAndKeysLimits.partitions}
          onClick={() => void lab.send("GrowTopic", { name, partitions: next })}
        >
          {words.grow(next)}
        </button>
        <button
          type="button"
          className="action quiet"
          disabled={!live || busy}
          onClick={() => void lab.send("RemoveTopic", { name })}
        >
          {words.remove}
        </button>
      </p>
      {log.records.length > 0 && (
        <>
          <LoadPlot log={log} />
          <LoadSentences log={log} />
        </>
      )}
    </article>
  );
}
