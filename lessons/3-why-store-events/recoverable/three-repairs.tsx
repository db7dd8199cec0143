import { useId, useState } from "react";
import { GuessQuestion } from "../../../figures/guess/guess-question.tsx";
import { number } from "../../../language/numbers.ts";
import { AbovePlot } from "./above-plot.tsx";
import { type BankLog, balances, corrections, logs, rightBalances } from "./account-events.ts";
import { logNames, outcomeOf, type Repair, repairNames, repairs, rightRepair } from "./repairs.ts";

const bankLogs: BankLog[] = ["due", "paid"];
const names = repairs.map((repair) => repairNames[repair]);

/** Two logs of one account, three repairs: which of them is right now, and still right after the next fold? */
export function ThreeRepairs() {
  const id = useId();
  const [log, setLog] = useState<BankLog>("due");
  const [shown, setShown] = useState<Repair>("replay");
  return (
    <section className="repairs" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>Two logs, three repairs</h3>
      <fieldset className="repair-choice">
        <legend>Choose a log</legend>
        {bankLogs.map((one) => (
          <label key={one}>
            <input type="radio" name={`${id}-log`} checked={log === one} onChange={() => setLog(one)} />{" "}
            {logNames[one]}
          </label>
        ))}
      </fieldset>
      <LogTable log={log} />
      <GuessQuestion
        key={log}
        ask="Which repair gives 7,553 now, and again after the next fold? Guess first."
        options={names}
        right={[repairNames[rightRepair(log)]]}
        onGuess={(name) => setShown(repairs[names.indexOf(name)] as Repair)}
      >
        <fieldset className="repair-choice">
          <legend>Look at each repair</legend>
          {repairs.map((repair) => (
            <label key={repair}>
              <input
                type="radio"
                name={`${id}-repair`}
                checked={shown === repair}
                onChange={() => setShown(repair)}
              />{" "}
              {repairNames[repair]}
            </label>
          ))}
        </fieldset>
        <Repaired log={log} repair={shown} />
      </GuessQuestion>
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

/** What came of a repair: the balance now and later, why, and how far each record of the next fold is off. */
export function Repaired({ log, repair }: { log: BankLog; repair: Repair }) {
  const { now, later, above, reason } = outcomeOf(log, repair);
  const right = rightBalances.at(-1);
  const says = (balance: number) => `${number(balance)}${balance === right ? ", right" : ", wrong"}`;
  const words = above.map((cents, offset) => `offset ${offset}: ${cents}`).join(", ");
  const corrected = corrections.map(({ data }) =>
    number((data as { cents: number }).cents).replace("-", "−"),
  );
  return (
    <>
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
        <p>Offsets 5 and 6 are the corrections, by {corrected.join(" and ")} cents.</p>
      )}
    </>
  );
}
