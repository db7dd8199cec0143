import { useState } from "react";
import { GuessQuestion } from "../../../figures/guess/guess-question.tsx";
import { CartView } from "../../../figures/views/cart-view.tsx";
import { foldLines, knownAt, linesInWords, trueAt } from "./as-of.ts";
import { clock, type PhoneRecord, phoneLog, wordsOf } from "./phone-log.ts";
import { from, Rulers, to } from "./rulers.tsx";
import "./figure.css";

const options = ["pants and t-shirts", "pants, t-shirts and a hat", "both, for two questions"] as const;

/** One log and two clocks: a slider moves through both, and shows what was known and what was true. */
export default function TwoClocks() {
  const [guessed, setGuessed] = useState(false);
  return (
    <div className="two-clocks">
      <GuessQuestion
        ask="Guess first: what was in the cart at 18:00?"
        options={options}
        right={["both, for two questions"]}
        reason="At 18:00 the shop knew of pants and t-shirts. The hat was in the cart, too, but its record came at 18:20. Move the time and see where the two carts differ."
        onGuess={() => setGuessed(true)}
      />
      {guessed && <TwoCarts />}
    </div>
  );
}

function TwoCarts() {
  const [minute, setMinute] = useState(18 * 60);
  const [known, happened] = [knownAt(minute), trueAt(minute)];
  const same = linesInWords(known) === linesInWords(happened);
  const says = `At ${clock(minute)} the shop knew: ${linesInWords(known)}. It was true: ${linesInWords(happened)}. ${same ? "The two agree." : "The two differ."}`;
  return (
    <>
      <Rulers minute={minute} />
      <label className="two-clocks-time">
        Time
        <input
          type="range"
          min={from}
          max={to}
          step={5}
          value={minute}
          aria-valuetext={clock(minute)}
          onChange={({ target }) => setMinute(Number(target.value))}
        />
        <output>{clock(minute)}</output>
      </label>
      <p aria-live="polite" className="two-clocks-says">
        {says}
      </p>
      <div className="two-clocks-carts">
        <Cart title={`Known at ${clock(minute)}`} records={known} />
        <Cart title={`True at ${clock(minute)}`} records={happened} />
      </div>
      <TimesTable />
    </>
  );
}

function Cart({ title, records }: { title: string; records: PhoneRecord[] }) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <p>Folded: offsets {records.map(({ offset }) => offset).join(", ") || "none"}</p>
      <CartView state={{ lines: foldLines(records) }} />
    </section>
  );
}

/** The figure in words: both carts at every time that a record names. */
function TimesTable() {
  const times = new Set(phoneLog.flatMap(({ happened, recorded }) => [happened, recorded]));
  return (
    <details>
      <summary>All times as a table</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">time</th>
            <th scope="col">recorded</th>
            <th scope="col">known</th>
            <th scope="col">true</th>
          </tr>
        </thead>
        <tbody>
          {[...times]
            .toSorted((a, b) => a - b)
            .map((time) => (
              <tr key={time}>
                <th scope="row">{clock(time)}</th>
                <td>
                  {phoneLog
                    .filter(({ recorded }) => recorded === time)
                    .map(wordsOf)
                    .join(", ") || "nothing"}
                </td>
                <td>{linesInWords(knownAt(time))}</td>
                <td>{linesInWords(trueAt(time))}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </details>
  );
}
