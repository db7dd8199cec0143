import { type FormEvent, useState } from "react";
import {
  keyChoices,
  type StreamName,
  streamNames,
} from "../../../../engine/labs/topics-and-keys/event-streams.ts";
import { topicsAndKeysLimits } from "../../../../engine/labs/topics-and-keys/limits.ts";
import { type Partitioner, partitioners } from "../../../../engine/labs/topics-and-keys/partitioners.ts";
import { topicsAndKeysWords as words } from "../../../../language/english/topics-and-keys-lab.ts";
import { useStore } from "../../ui/use-store.ts";
import type { TopicsAndKeysStore } from "./topics-and-keys-store.ts";

export function ThrowForm({ lab, name }: { lab: TopicsAndKeysStore; name: string }) {
  const live = useStore(lab.$live);
  const busy = useStore(lab.$underWay, (types) => types.length > 0);
  const [stream, setStream] = useState<StreamName>("orders");
  const [key, setKey] = useState(keyChoices.orders[0] as string);
  const [count, setCount] = useState(30);
  const [partitioner, setPartitioner] = useState<Partitioner>("murmur2");
  const choose = (chosen: StreamName) => {
    setStream(chosen);
    setKey(keyChoices[chosen][0] as string);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void lab.send("ThrowEvents", { name, stream, key, count, partitioner });
  };
  return (
    <form className="lab-form" onSubmit={submit}>
      <label>
        {words.stream}
        <select value={stream} onChange={(event) => choose(event.currentTarget.value as StreamName)}>
          {streamNames.map((each) => (
            <option key={each} value={each}>
              {words.streams[each]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.key}
        <select value={key} onChange={(event) => setKey(event.currentTarget.value)}>
          {keyChoices[stream].map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </label>
      <label>
        {words.count}
        <input
          type="number"
          min={1}
          max={topicsAndKeysLimits.thrownAtOnce}
          value={count}
          required
          onChange={(event) => setCount(Number(event.currentTarget.value))}
        />
      </label>
      <label>
        {words.partitioner}
        <select
          value={partitioner}
          onChange={(event) => setPartitioner(event.currentTarget.value as Partitioner)}
        >
          {partitioners.map((each) => (
            <option key={each} value={each}>
              {words.partitioners[each]}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="action" disabled={!live || busy}>
        {words.throw}
      </button>
    </form>
  );
}
