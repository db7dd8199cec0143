import { useState } from "react";
import { GuessSign } from "../../../figures/guess/guess-result.tsx";
import { cartKeys, cartRecords, describeCart, describeRecord, foldByKey } from "./carts-log.ts";
import {
  cartsOfConsumer,
  type PlacedRecord,
  partitionsBefore,
  partitionsHolding,
  placeRecords,
  recordsBefore,
} from "./growing-topic.ts";
import { GrowthGuess, type Guess } from "./growth-guess.tsx";
import { PartitionLanes } from "./partition-lanes.tsx";

const after = [4, partitionsBefore];

/** The topic of the lesson, record by record, with and without a fourth partition, and what each consumer folds. */
export function GrowTheTopic() {
  const [guess, setGuess] = useState<Guess | null>(null);
  const [sent, setSent] = useState(recordsBefore);
  const [grown, setGrown] = useState(4);
  const partitions = sent < recordsBefore || guess === null ? partitionsBefore : grown;
  const placed = placeRecords(sent, grown);
  const send = (to: number) => setSent(Math.min(Math.max(to, 0), cartRecords.length));
  return (
    <section aria-labelledby="practice-grow">
      <h3 id="practice-grow">The topic grows while the shop is open</h3>
      <p>
        It is 09:06, and nine records are in the topic. Each partition has its own consumer, which folds by
        key.
      </p>
      <GrowthGuess guess={guess} onGuess={setGuess} />
      {guess !== null && (
        <div className="practice-form">
          <fieldset>
            <legend>Partitions from 09:07 on</legend>
            {after.map((count) => (
              <label key={count}>
                <input
                  type="radio"
                  name="partitions-after"
                  checked={grown === count}
                  onChange={() => setGrown(count)}
                />{" "}
                {count}
              </label>
            ))}
          </fieldset>
          <button type="button" onClick={() => send(sent - 1)} aria-disabled={sent === 0}>
            ← Back
          </button>
          <input
            type="range"
            min={0}
            max={cartRecords.length}
            value={sent}
            aria-label="Records sent"
            aria-valuetext={`${sent} of ${cartRecords.length} records sent`}
            onChange={({ target }) => send(Number(target.value))}
          />
          <button type="button" onClick={() => send(sent + 1)} aria-disabled={sent === cartRecords.length}>
            Send →
          </button>
        </div>
      )}
      <p className="practice-newest" aria-live="polite">
        {describeNewest(placed)}
      </p>
      <PartitionLanes
        partitions={partitions}
        records={placed.map(({ partition, offset, record }) => ({
          partition,
          offset,
          key: record.key,
          type: record.type,
          says: describeRecord(record),
        }))}
      />
      <ConsumersTable placed={placed} />
    </section>
  );
}

export function describeNewest(placed: PlacedRecord[]): string {
  const newest = placed.at(-1);
  if (!newest) return "Nothing is sent yet.";
  const { partition, offset, record } = newest;
  return `${record.time}, ${record.key}: ${describeRecord(record)}. It is in partition ${partition}, at offset ${offset}.`;
}

/** Each cart as it is, and as the consumer of each partition that holds records of it sees it. */
export function ConsumersTable({ placed }: { placed: PlacedRecord[] }) {
  const truth = foldByKey(placed.map(({ record }) => record));
  return (
    <table className="practice-consumers">
      <thead>
        <tr>
          <th scope="col">Cart</th>
          <th scope="col">What happened</th>
          <th scope="col">What the consumers see</th>
        </tr>
      </thead>
      <tbody>
        {cartKeys
          .filter((key) => truth[key])
          .map((key) => {
            const holding = partitionsHolding(placed, key);
            const whole = holding.length === 1;
            return (
              <tr key={key}>
                <th scope="row">{key}</th>
                <td>{truth[key] && describeCart(truth[key])}</td>
                <td>
                  {holding.map((partition) => {
                    const seen = cartsOfConsumer(placed, partition)[key];
                    return (
                      <p key={partition}>
                        <GuessSign right={whole} /> of partition {partition}: {seen && describeCart(seen)}
                      </p>
                    );
                  })}
                  {!whole && <p className="practice-split">Split: no consumer sees the whole cart.</p>}
                </td>
              </tr>
            );
          })}
      </tbody>
    </table>
  );
}
