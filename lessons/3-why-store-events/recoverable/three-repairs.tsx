import { useId, useState } from "react";
import { GuessResult } from "../../../figures/guess/guess-result.tsx";
import { number } from "../../../language/numbers.ts";
import { AbovePlot } from "./above-plot.tsx";
import { type BankLog, balances, corrections, logs, rightBalances } from "./account-events.ts";
import { logNames, outcomeOf, type Repair, repairNames, repairs, rightRepair } from "./repairs.ts";

const bankLogs: BankLog[] = ["due", "paid"];

/** Two logs of one account, three repairs: which of them is right now, and still right after the next fold? */
export function ThreeRepairs() {
  const id = useId();
  const [log, setLog] = useState<BankLog>("due");
  const [guesses, setGuesses] = useState<Partial<Record<BankLog, Repair>>>({});
  const [shown, setShown] = useState<Repair>("replay");
  const guess = guesses[log];
  const choose = (repair: Repair) => {
    setGuesses({ [log]: repair, ...guesses });
    setShown(repair);
  };
  return (
    <section className="repairs" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>Two logs, three repairs</h3>
      <fieldset className="repair-logs">
        <legend>Choose a log</legend>
        {bankLogs.map((one) => (
          <label key={one}>
            <input type="radio" name={`${id}-log`} checked={log === one} onChange={() => setLog(one)} />{" "}
            {logNames[one]}
          </label>
        ))}
      </fieldset>
      <LogTable log={log} />
      <fieldset className="repair-choice">
        <legend>
          {guess
            ? "Look at each repair"
            : "Guess: which repair gives 7,553 now, and again after the next fold?"}
        </legend>
        {repairs.map((repair) => (
          <button
            key={repair}
            type="button"
            aria-pressed={guess !== undefined && shown === repair}
            onClick={() => choose(repair)}
          >
            {repairNames[repair]}
          </button>
        ))}
      </fieldset>
      <div aria-live="polite">
        {guess !== undefined && <Repaired log={log} repair={shown} guess={guess} />}
      </div>
    </section>
  );
}

function LogTable({ log }: { log: BankLog }) {
  const faulty = balances(logs[log], "faulty");
  return (
    <table>
      <caption>What the bank shows, and what it should show, in cents</caption>
      <thead>
        <tr>
          <th scope="col">Offset</th>
          <th scope="col">Record</th>
          <th scope="col">Shown</th>
          <th scope="col">Right</th>
        </tr>
      </thead>
      <tbody>
        {logs[log].map(({ type, data }, offset) => (
          <tr key={offset} className={faulty[offset] === rightBalances[offset] ? undefined : "off"}>
            <td>{offset}</td>
            <th scope="row">
              {type} {"cents" in data && data.cents}
              {"days" in data && !("cents" in data) && `${data.days} days`}
            </th>
            <td>{number(faulty[offset] ?? 0)}</td>
            <td>{number(rightBalances[offset] ?? 0)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What came of a repair, and whether the first choice for this log was right. */
export function Repaired({ log, repair, guess }: { log: BankLog; repair: Repair; guess: Repair }) {
  const { now, later, above, reason } = outcomeOf(log, repair);
  const right = rightBalances.at(-1);
  const says = (balance: number) => `${number(balance)}${balance === right ? ", right" : ", wrong"}`;
  const words = above.map((cents, offset) => `offset ${offset}: ${cents}`).join(", ");
  return (
    <>
      {repair === guess && (
        <p>
          <GuessResult
            right={guess === rightRepair(log)}
            text={guess === rightRepair(log) ? "Correct." : "Not quite."}
          />
        </p>
      )}
      <dl>
        <div>
          <dt>Right after the repair</dt>
          <dd>{says(now)}</dd>
        </div>
        <div>
          <dt>After the next fold</dt>
          <dd>{says(later)}</dd>
        </div>
      </dl>
      <p>{reason}</p>
      <AbovePlot above={above} label={`The next fold, in cents above the right balance. ${words}.`} />
      {repair === "correct" && (
        <p>
          Offsets 5 and 6 are the corrections, by{" "}
          {corrections
            .map(({ data }) => String((data as { cents: number }).cents).replace("-", "−"))
            .join(" and ")}{" "}
          cents.
        </p>
      )}
    </>
  );
}
