import type { TopicLog } from "../../../../engine/labs/topics/topic-logs.ts";
import { partitionLoads, skewOf, splitKeys } from "../../../../engine/labs/topics-and-keys/loads.ts";
import { topicsAndKeysWords as words } from "../../../../language/english/topics-and-keys-lab.ts";

/** From this on the busiest partition is worth a word. */
const uneven = 1.25;
const named = 4;

/** What the plot shows, in words. */
export function LoadSentences({ log }: { log: TopicLog }) {
  const loads = partitionLoads(log);
  const busiest = loads.toSorted((a, b) => b.records - a.records)[0];
  const empty = loads.filter(({ records }) => records === 0).length;
  const skew = skewOf(log);
  const split = splitKeys(log);
  const names = split.slice(0, named).map(({ name }) => name);
  return (
    <ul className="keys-sentences" aria-live="polite">
      <li>{skew < uneven || !busiest ? words.even : words.skew(busiest.name, skew.toFixed(1))}</li>
      {empty > 0 && <li>{words.empty(empty)}</li>}
      {split.length > 0 && (
        <li className="bad">
          {words.split(split.length, names.join(", ") + (split.length > named ? ", …" : ""))}
        </li>
      )}
    </ul>
  );
}
