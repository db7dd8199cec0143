import { useState } from "react";
import { LinePlot } from "../../../figures/plot/line-plot.tsx";
import { Timeline } from "../../../figures/timeline/timeline.tsx";
import { interestAfter } from "./interest.ts";
import { describeRecord, recordsOf, shoppers, timeOf, type VisitRecord } from "./visits.ts";

/** One shopper's clicks on their clock, what the meter says after each, and what the order says in the end. */
export function InterestMeter() {
  const [cart, setCart] = useState<string>("cart-23");
  const [newest, setNewest] = useState(0);
  const records = recordsOf(cart);
  const shopper = shoppers.find((each) => each.cart === cart)?.name ?? cart;
  const choose = (other: string) => {
    setCart(other);
    setNewest(0);
  };
  return (
    <section aria-labelledby="interest-meter">
      <h3 id="interest-meter">The interest meter</h3>
      <p>
        A fold over the log of one cart counts how often each item was put in or taken out. Move through the
        visit with the arrow keys, or choose a mark.
      </p>
      <fieldset className="interest-choice">
        <legend>Shopper</legend>
        {shoppers.map(({ name, cart: own }) => (
          <label key={own}>
            <input type="radio" name="interest-cart" checked={cart === own} onChange={() => choose(own)} />{" "}
            {name}
          </label>
        ))}
      </fieldset>
      <Timeline
        label={`The visit of ${shopper}`}
        events={records.map((record) => ({
          at: timeOf(record),
          time: record.time.slice(0, 5),
          type: record.type,
          words: describeRecord(record),
        }))}
        current={newest}
        onPick={setNewest}
      />
      <p className="interest-newest" aria-live="polite">
        {describeStep(records.slice(0, newest + 1))}
      </p>
      <InterestPlot records={records} newest={newest} />
      <InterestTable records={records.slice(0, newest + 1)} order={interestAfter(records).held} />
    </section>
  );
}

/** "10:04:25, offset 14: −1 pants. 35 seconds after …": the newest record. */
export function describeStep(records: VisitRecord[]): string {
  const newest = records.at(-1);
  if (!newest) return "";
  const [before, now] = [interestAfter(records.slice(0, -1)), interestAfter(records)];
  const sku = newest.sku ?? "";
  const says = `${newest.time}, offset ${newest.offset}: ${describeRecord(newest)}.`;
  if ((now.hesitations[sku] ?? 0) === (before.hesitations[sku] ?? 0)) return says;
  const seconds = (timeOf(newest) - (before.added[sku] ?? 0)) / 1_000;
  return `${says} A hesitation of ${seconds} seconds.`;
}

/** The items of a visit, in the order in which they were first put in. */
const itemsOf = (records: VisitRecord[]) => [...new Set(records.flatMap(({ sku }) => sku ?? []))];

function InterestPlot({ records, newest }: { records: VisitRecord[]; newest: number }) {
  const meters = records.slice(0, newest + 1).map((_, n) => interestAfter(records.slice(0, n + 1)));
  return (
    <LinePlot
      title="How often each item was put in or taken out, over the seconds of the visit. The table below says the same."
      yAxis="times put in or taken out"
      xAxis="seconds after the cart was opened"
      times={records.map(timeOf)}
      lines={itemsOf(records).map((sku, n) => ({
        name: sku,
        className: `line-${n + 1}`,
        values: meters.map(({ touches }) => touches[sku] ?? 0),
      }))}
    />
  );
}

/** The meter in words, next to what the order knows. `order` is what is in the cart at its checkout. */
export function InterestTable({ records, order }: { records: VisitRecord[]; order: Record<string, number> }) {
  const { touches, hesitations } = interestAfter(records);
  const items = itemsOf(records);
  return (
    <table>
      <caption>By now in the log, and in the end in the order</caption>
      <thead>
        <tr>
          <th scope="col">Item</th>
          <th scope="col">Put in or taken out</th>
          <th scope="col">Hesitations</th>
          <th scope="col">In the order</th>
        </tr>
      </thead>
      <tbody>
        {items.map((sku) => (
          <tr key={sku}>
            <th scope="row">{sku}</th>
            <td>{touches[sku]}</td>
            <td>{hesitations[sku] ?? 0}</td>
            <td>{order[sku] || "nothing"}</td>
          </tr>
        ))}
        {items.length === 0 && (
          <tr>
            <td colSpan={4}>Nothing was put in yet.</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
