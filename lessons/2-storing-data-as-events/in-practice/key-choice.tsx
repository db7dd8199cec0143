import { useId, useState } from "react";
import { partitionOf, positiveHash } from "../../../engine/fold/partition.ts";
import { KeyToPartition } from "../../../figures/partition/key-to-partition.tsx";
import { cartKeys } from "./carts-log.ts";
import { partitionsBefore } from "./growing-topic.ts";

const most = 6;
const counts = Array.from({ length: most - partitionsBefore + 1 }, (_, n) => n + partitionsBefore);

/** A key of the learner's choice, hashed into a number of partitions of their choice. */
export function KeyChoice() {
  const [key, setKey] = useState("cart-1");
  const [partitions, setPartitions] = useState(partitionsBefore);
  const said = useId();
  const keys = cartKeys.includes(key) || key === "" ? cartKeys : [...cartKeys, key];
  return (
    <section aria-labelledby="practice-hash">
      <h3 id="practice-hash">Where does a key go?</h3>
      <p>Choose a key or write one of your own. Then change the number of partitions.</p>
      <div className="practice-form">
        <label>
          Key{" "}
          <input
            value={key}
            maxLength={40}
            size={12}
            spellCheck={false}
            autoComplete="off"
            aria-describedby={said}
            onChange={({ target }) => setKey(target.value)}
          />
        </label>
        {cartKeys.map((name) => (
          <button
            key={name}
            type="button"
            className="figure-button"
            aria-pressed={key === name}
            onClick={() => setKey(name)}
          >
            {name}
          </button>
        ))}
        <label>
          Partitions{" "}
          <input
            type="range"
            min={partitionsBefore}
            max={most}
            value={partitions}
            aria-valuetext={`${partitions} partitions`}
            onChange={({ target }) => setPartitions(Number(target.value))}
          />{" "}
          <output>{partitions}</output>
        </label>
      </div>
      <div aria-live="polite">
        <KeyToPartition id={said} recordKey={key} partitions={partitions} />
      </div>
      <details>
        <summary>The same as a table</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">Key</th>
              <th scope="col">Hash</th>
              {counts.map((count) => (
                <th key={count} scope="col">
                  of {count}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {keys.map((name) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{positiveHash(name)}</td>
                {counts.map((count) => (
                  <td key={count}>{partitionOf(name, count)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
