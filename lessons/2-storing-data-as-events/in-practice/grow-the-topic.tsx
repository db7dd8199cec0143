import { useState } from "react";
import { GuessQuestion } from "../../../figures/guess/guess-question.tsx";
import { GuessSign } from "../../../figures/guess/guess-result.tsx";
import { StepSlider } from "../../../figures/step-slider/step-slider.tsx";
import { cartKeys, cartRecords, describeCart, describeRecord, foldByKey } from "./carts-log.ts";
import {
  cartsOfConsumer,
  type PlacedRecord,
  partitionsBefore,
  partitionsHolding,
  placeRecords,
  recordsBefore,
} from "./growing-topic.ts";
import { PartitionLanes } from "./partition-lanes.tsx";

const grownTo = 4;
const answers = ["none of them", "only cart-4", "two of them", "all four"] as const;

/** The topic of the lesson, record by record, with and without a fourth partition, and what each consumer folds. */
export function GrowTheTopic() {
  const [guessed, setGuessed] = useState(false);
  const [sent, setSent] = useState(recordsBefore);
  const [after, setAfter] = useState(grownTo);
  const partitions = sent < recordsBefore || !guessed ? partitionsBefore : after;
  const placed = placeRecords(sent, after);
  return (
    <section aria-labelledby="practice-grow">
      <h3 id="practice-grow">The topic grows while the shop is open</h3>
      <p>
        It is 09:06, and nine records are in the topic. Each partition has its own consumer, which folds by
        key.
      </p>
      <GuessQuestion
        ask="At 09:07 the topic grows from three partitions to four. Which carts go on in another partition?"
        options={answers}
        right={["all four"]}
        reason="All four go on in another partition. The producer divides by 4 instead of 3, so every remainder may change. Kafka leaves the old records where they are. Now send the other records, and compare with a topic that did not grow."
        onGuess={() => setGuessed(true)}
      />
      {guessed && (
        <>
          <fieldset className="practice-choice">
            <legend>Partitions from 09:07 on</legend>
            {[grownTo, partitionsBefore].map((count) => (
              <label key={count}>
                <input
                  type="radio"
                  name="partitions-after"
                  checked={after === count}
                  onChange={() => setAfter(count)}
                />{" "}
                {count}
              </label>
            ))}
          </fieldset>
          <StepSlider
            label="Records sent"
            count={cartRecords.length}
            offset={sent - 1}
            narration={describeNewest(placed)}
            place={(newest) => `${newest + 1} of ${cartRecords.length} records sent`}
            onMove={(newest) => setSent(newest + 1)}
          />
        </>
      )}
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
