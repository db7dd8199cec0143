import { useId, useState } from "react";
import { KeyToPartition } from "../../../figures/partition/key-to-partition.tsx";
import "../../../figures/partition/key-to-partition.css";

const counts = [3, 4, 6];

/** The third setting: a key, the number of partitions, and where Kafka's own clients send the key. */
export function PartitionChoice() {
  const [key, setKey] = useState("cart-1");
  const [partitions, setPartitions] = useState(3);
  const id = useId();
  return (
    <section aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>The number of partitions decides where a key goes</h3>
      <div className="days-knobs">
        <label>
          Key
          <input
            value={key}
            maxLength={40}
            spellCheck={false}
            onChange={({ target }) => setKey(target.value)}
          />
        </label>
        <label>
          Partitions
          <select value={partitions} onChange={({ target }) => setPartitions(Number(target.value))}>
            {counts.map((count) => (
              <option key={count}>{count}</option>
            ))}
          </select>
        </label>
      </div>
      <KeyToPartition recordKey={key} partitions={partitions} />
    </section>
  );
}
